// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/hosted/calls.h"
#include "drivers/vendor/hosted/crossing.h"
#include "tests/fuzz/seeds.h"

namespace kiosk::fuzz {

namespace {

using namespace drivers::vendor;
using namespace drivers::vendor::hosted;

/// Packets as the target takes them, after the byte that says for which end they are.
class Said {
public:
    explicit Said(std::uint8_t end) { bytes_.push_back(std::byte{end}); }

    template <typename... Values>
    Said& packet(const Values&... values) {
        Packet packet;
        (packet.put(values), ...);
        const ByteView view = packet.bytes();
        bytes_.push_back(static_cast<std::byte>(view.size() & 0xFFU));
        bytes_.push_back(static_cast<std::byte>(view.size() >> 8U));
        bytes_.insert(bytes_.end(), view.begin(), view.end());
        return *this;
    }
    /// The answer to the next call: it succeeded.
    template <typename... Values>
    Said& answer(const Values&... values) {
        return packet(AnswerHead{++calls_, KIOSK_OK}, values..., sized<kiosk_error>());
    }
    /// The next call.
    template <typename... Values>
    Said& question(std::uint32_t number, std::uint32_t device, const Values&... values) {
        return packet(QuestionHead{++calls_, number, device}, values...);
    }
    const Bytes& bytes() const { return bytes_; }

private:
    Bytes bytes_;
    std::uint32_t calls_ = 0;
};

template <typename T>
T filled(void (*fill)(T&)) {
    T value = sized<T>();
    fill(value);
    return value;
}

/// What every device says first: what its module is, that it is open, and who it is.
Said& opened(Said& said) {
    return said.answer(Description{"acme", 0b111})
        .answer(std::uint32_t{1})
        .answer(filled<kiosk_identity>([](auto& told) { std::strcpy(told.model, "Acme"); }));
}

Bytes readerSays() {
    Said said(0);
    opened(said)
        .answer(filled<kiosk_card_reader_capabilities>([](auto& can) { can.layouts = 2; }))
        .answer(std::int32_t{1})
        .answer(filled<kiosk_id_card>([](auto& card) {
            card.layout = KIOSK_LAYOUT_MAINLAND;
            card.number_doubt = KIOSK_DOUBT_NONE;
            std::strcpy(card.name, "云小满");
            std::strcpy(card.number, "990000199003071235");
            std::strcpy(card.birth, "1990-03-07");
            std::strcpy(card.valid_from, "2019-05-20");
        }))
        .answer(Crossing<char*>::Text{"05.03-20260101-000000007-000000042"});
    return said.bytes();
}

Bytes printerSays() {
    Said said(1);
    opened(said)
        .answer(filled<kiosk_printer_capabilities>([](auto& can) { can.formats = 2; }))
        .answer(filled<kiosk_printer_status>([](auto& told) {
            told.device = KIOSK_DEVICE_ONLINE;
            told.paper = KIOSK_PAPER_FULL;
            told.toner = KIOSK_TONER_FULL;
        }))
        .answer(std::int32_t{7})
        .answer(filled<kiosk_job_progress>([](auto& told) {
            told.state = KIOSK_JOB_PROCESSING;
            told.pages_out = 1;
        }));
    return said.bytes();
}

Bytes cameraSays() {
    Said said(2);
    opened(said)
        .answer(filled<kiosk_camera_capabilities>([](auto& can) {
            can.width = 16;
            can.height = 8;
        }))
        .answer()
        .answer(Crossing<kiosk_frame*>::Size{16, 8});
    return said.bytes();
}

Bytes kioskAsks() {
    constexpr std::uint32_t kDeadline = 1000;
    Said said(3);
    said.question(kDescribe, 0, kDeadline);
    for (const std::int32_t deviceClass : {0, 1})
        said.question(kOpen, 0, deviceClass, Crossing<const char*>::Text{}, kDeadline);
    said.question(Calls::numberOf<&kiosk_card_reader_ops::find_card>(), 1, kDeadline)
        .question(Calls::numberOf<&kiosk_device_ops::identity>(), 1)
        .question(Calls::numberOf<&kiosk_printer_ops::submit>(), 2, kDeadline,
                  Crossing<const kiosk_document*>::Told{KIOSK_FORMAT_PDF, 2, 100, "job"})
        .question(Calls::numberOf<&kiosk_printer_ops::progress>(), 2, kDeadline, std::int32_t{1},
                  std::int32_t{2})
        .question(Calls::numberOf<&kiosk_device_ops::close>(), 1);
    return said.bytes();
}

} // namespace

void writeHostedSeeds(const std::filesystem::path& root) {
    const Seeds seeds(root, "hosted_line");
    seeds.add("reader", readerSays());
    seeds.add("printer", printerSays());
    seeds.add("camera", cameraSays());
    seeds.add("kiosk", kioskAsks());
}

} // namespace kiosk::fuzz
