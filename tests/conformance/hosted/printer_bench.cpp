// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/printer/printer_bench.h"

#include "drivers/vendor/vendor_device.h"
#include "tests/conformance/hosted/hands.h"
#include "tests/conformance/hosted/rigged_example.h"

namespace kiosk::tests {

namespace {

class HostedPrinterBench final : public PrinterBench {
public:
    drivers::Printer& printer() override { return *printer_; }
    drivers::Printer& reopened() override {
        reopened_ = drivers::vendor::openPrinter(module_, "").value();
        return *reopened_;
    }
    std::vector<Bytes> received() const override {
        std::vector<Bytes> documents;
        for (std::int32_t index = 0, count = piece(0, 0).documents; index < count; ++index)
            documents.push_back(document(index));
        return documents;
    }

    void pageOut() override { by<&kiosk_printer_rig::page_out>(*module_); }
    void jam() override { by<&kiosk_printer_rig::jam>(*module_); }
    void clearJam() override { by<&kiosk_printer_rig::clear_jam>(*module_); }
    void openCover() override { by<&kiosk_printer_rig::open_cover>(*module_); }
    void closeCover() override { by<&kiosk_printer_rig::close_cover>(*module_); }
    void takePaper() override { by<&kiosk_printer_rig::take_paper>(*module_); }
    void putPaper() override { by<&kiosk_printer_rig::put_paper>(*module_); }
    void lowToner() override { by<&kiosk_printer_rig::low_toner>(*module_); }
    void settleCancelled() override { by<&kiosk_printer_rig::settle_cancelled>(*module_); }
    void vanish() override { by<&kiosk_printer_rig::vanish>(*module_); }
    void loseNextReply() override { by<&kiosk_printer_rig::lose_next_reply>(*module_); }
    std::chrono::milliseconds settlingTime() const override { return std::chrono::seconds(2); }

private:
    Bytes document(std::int32_t index) const {
        Bytes all;
        for (bool whole = false; !whole;) {
            const ReceivedPiece next = piece(index, static_cast<std::int32_t>(all.size()));
            const auto bytes =
                std::as_bytes(std::span(next.bytes, static_cast<std::size_t>(next.size)));
            all.insert(all.end(), bytes.begin(), bytes.end());
            whole = next.size == 0 || static_cast<std::int32_t>(all.size()) == next.whole;
        }
        return all;
    }
    ReceivedPiece piece(std::int32_t index, std::int32_t from) const {
        ReceivedPiece piece{};
        auto& host = *static_cast<drivers::vendor::hosted::Host*>(module_->self());
        if (host.call(kReceived, 0, index, from, &piece) != KIOSK_OK)
            throw NotOffered{"look at what the printer was given"};
        return piece;
    }

    std::shared_ptr<const drivers::vendor::Module> module_ = riggedExample();
    std::unique_ptr<drivers::Printer> printer_ = drivers::vendor::openPrinter(module_, "").value();
    std::unique_ptr<drivers::Printer> reopened_;
};

} // namespace

std::unique_ptr<PrinterBench> makePrinterBench() {
    return std::make_unique<HostedPrinterBench>();
}

} // namespace kiosk::tests
