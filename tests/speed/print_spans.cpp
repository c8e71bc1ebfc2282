// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/simulated/simulated_printer.h"
#include "firmware/document/sheet/sheet.h"
#include "tests/speed/span.h"
#include "tests/support/simulated_receipt_printer.h"

namespace kiosk::speed {

namespace {

const document::Slip kSlip{.heading = {"申请已保存在本机，尚未发送"},
                           .lines = {"取件号 4071 5526 90", "网络恢复后自动发送"},
                           .code = "4071552690"};

Result<Action> prepareSlip() {
    return []() -> Result<> {
        TRY(document::composeSlip(kSlip));
        return {};
    };
}

/// A printer for each run: it keeps what it printed.
Result<> submitOnce(const drivers::PrintDocument& sheet) {
    static const SystemClock clock;
    drivers::SimulatedPrinter printer(clock);
    static_cast<void>(TRY(printer.submit(sheet, {})));
    return {};
}

Result<Action> prepareSubmit() {
    document::Sheet slip = TRY(document::composeSlip(kSlip));
    return [sheet = drivers::PrintDocument{.pdf = std::move(slip.pdf),
                                           .pages = slip.pages,
                                           .jobName = "slip"}] { return submitOnce(sheet); };
}

/// From the slip's words to the strip cut off, on a printer that burns at once.
Result<Action> prepareStrip() {
    auto model = std::make_shared<tests::ReceiptPrinterModel>();
    std::shared_ptr<drivers::Printer> printer = TRY(tests::openSimulatedReceiptPrinter(*model));
    return [model, printer]() -> Result<> {
        const drivers::PrintDocument document{
            .drawPage = [](int, const drivers::RasterForm& form) -> Result<drivers::RasterPage> {
                auto strip = TRY(document::drawSlipStrip(kSlip, form.width, form.dotsPerInch));
                return drivers::RasterPage{strip.width, strip.height, std::move(strip.dots)};
            }};
        const int job = TRY(printer->submit(document, {}));
        static_cast<void>(TRY(printer->progress({job, 1}, {})));
        return {};
    };
}

} // namespace

std::vector<Span> printSpans() {
    return {
        {"slip.compose", "an A4 slip with a code, as PDF", prepareSlip},
        {"slip.strip", "the same for a roll: set, sent by the real driver, cut off", prepareStrip},
        {"print.accepted", "a job taken by the simulated printer", prepareSubmit}};
}

} // namespace kiosk::speed
