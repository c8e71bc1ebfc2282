// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/simulated/simulated_printer.h"
#include "firmware/document/sheet/sheet.h"
#include "tests/speed/span.h"

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

} // namespace

std::vector<Span> printSpans() {
    return {{"slip.compose", "an A4 slip with a code, as PDF", prepareSlip},
            {"print.accepted", "a job taken by the simulated printer", prepareSubmit}};
}

} // namespace kiosk::speed
