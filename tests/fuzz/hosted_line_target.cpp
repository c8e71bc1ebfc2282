// SPDX-License-Identifier: Apache-2.0
#include <sys/socket.h>

#include "drivers/vendor/hosted/hosted_module.h"
#include "drivers/vendor/hosted/service.h"
#include "drivers/vendor/vendor_device.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::drivers::vendor;
using namespace kiosk::drivers::vendor::hosted;

namespace {

/// What the input holds next: as long as its first two bytes say, or as it is.
ByteView nextPacket(ByteReader& rest) {
    const auto length = rest.u16LittleEndian();
    if (!length)
        return {};
    return *rest.take(std::min<std::size_t>(*length, rest.remaining()));
}

/// A process that says what the input holds, whatever it is asked.
class Process {
public:
    explicit Process(ByteReader rest) {
        std::array<int, 2> ends{};
        fuzz::expectAlways(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends.data()) == 0);
        kiosks_ = Descriptor(ends[0]);
        own_ = Descriptor(ends[1]);
        while (!rest.atEnd() && Packet(nextPacket(rest)).send(own_.number())) {
        }
        ::shutdown(own_.number(), SHUT_WR);
    }

    Result<std::shared_ptr<const Module>> module() {
        return HostedModule::describedBy(
            std::make_unique<Host>(std::move(kiosks_), Room::create().value()));
    }

private:
    Descriptor kiosks_;
    Descriptor own_; ///< open to the last: it listens to every question
};

void read(CardReader& reader) {
    static_cast<void>(reader.findCard({}));
    if (const auto card = reader.readCard({}))
        fuzz::expectAlways(!card->number.empty() && card->birth.ok() && card->photo.size() == 1024);
    static_cast<void>(reader.samNumber({}));
}

void print(Printer& printer) {
    static_cast<void>(printer.status({}));
    static_cast<void>(printer.submit({.pdf = Bytes(100)}, {}));
    if (const auto progress = printer.progress({1, 3}, {}))
        fuzz::expectAlways(progress->pagesOut >= 0 && progress->pagesOut <= 3);
}

void look(Camera& camera) {
    static_cast<void>(camera.start({}));
    if (const auto frame = camera.grab({}))
        fuzz::expectAlways(frame->luma.size() == static_cast<std::size_t>(frame->width) *
                                                     static_cast<std::size_t>(frame->height));
}

/// The kiosk's end: `which` of the classes of devices is asked for.
void beKiosk(std::uint8_t which, ByteReader rest) {
    Process process(rest);
    const auto module = process.module();
    if (!module)
        return;
    if (which == 0) {
        if (const auto reader = openCardReader(*module, ""))
            read(**reader);
    } else if (which == 1) {
        if (const auto printer = openPrinter(*module, ""))
            print(**printer);
    } else if (const auto camera = openCamera(*module, "")) {
        look(**camera);
    }
}

/// The process's end, with the example's module.
void beProcess(ByteReader rest) {
    Room room = Room::create().value();
    Service service(KIOSK_BINARY_DIR "/vendor/acme.so", room);
    Packet answer;
    while (!rest.atEnd()) {
        Packet question(nextPacket(rest));
        if (!service.answer(question, answer))
            return;
    }
}

} // namespace

/// A first byte that says which end of the line is tried, then the packets that reach it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ByteReader rest(fuzz::input(data, size));
    const auto end = rest.u8();
    if (!end)
        return 0;
    if (*end % 4 == 3)
        beProcess(rest);
    else
        beKiosk(*end % 4, rest);
    return 0;
}
