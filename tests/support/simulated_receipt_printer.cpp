// SPDX-License-Identifier: Apache-2.0
#include "tests/support/simulated_receipt_printer.h"

namespace kiosk::tests {

namespace {

using namespace drivers;

/// Waits for nothing: what the model does not answer at once it does not answer.
class ModelLink final : public escpos::PrinterLink {
public:
    explicit ModelLink(ReceiptPrinterModel& model) : model_(model) {}

    LinkResult<> write(ByteView bytes, std::chrono::milliseconds /*timeout*/,
                       const std::stop_token& stop) override {
        if (stop.stop_requested())
            return std::unexpected(LinkTrouble::cancelled);
        return model_.receive(bytes) ? LinkResult<>{}
                                     : LinkResult<>{std::unexpected(LinkTrouble::silent)};
    }
    LinkResult<Bytes> read(std::chrono::milliseconds /*timeout*/,
                           const std::stop_token& stop) override {
        if (stop.stop_requested())
            return std::unexpected(LinkTrouble::cancelled);
        constexpr std::size_t kPacket = 64;
        Bytes answers = model_.send(kPacket);
        if (answers.empty())
            return std::unexpected(LinkTrouble::silent);
        return answers;
    }
    LinkResult<bool> isReady(const std::stop_token& /*stop*/) override { return true; }
    LinkResult<> reset(const std::stop_token& /*stop*/) override {
        model_.softReset();
        return {};
    }
    DeviceIdentity identity() const override {
        return {.module = "simulated-receipt-printer",
                .model = "Simulated 80 mm",
                .serial = "S0002",
                .firmware = "1",
                .port = ""};
    }

private:
    ReceiptPrinterModel& model_;
};

} // namespace

Result<std::unique_ptr<Printer>> openSimulatedReceiptPrinter(ReceiptPrinterModel& model) {
    return openEscpos(std::make_unique<ModelLink>(model));
}

} // namespace kiosk::tests
