// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/conformance.h"

#include <algorithm>
#include <cstdio>

#include "firmware/base/files.h"
#include "tests/machine/kernel_cases.h"

namespace kiosk::machine {

namespace {

using namespace tests;

std::vector<ReadyCase> readerCases(ReaderGadget::Pipes pipes) {
    return readyCases<ReaderRig>(cardReaderCases(),
                                 [pipes] { return ReaderGadgetRig::make(pipes); });
}

std::vector<ReadyCase> receiptPrinterCases() {
    auto cases = readyCases<PrinterGadgetBench>(kernelCases(), PrinterGadgetBench::make);
    std::ranges::move(readyCases<PrinterBench>(printerCases(),
                                               []() -> Result<std::unique_ptr<PrinterBench>> {
                                                   return TRY(PrinterGadgetBench::make());
                                               }),
                      std::back_inserter(cases));
    return cases;
}

void tell(const CaseReport& report) {
    std::fprintf(stderr, "   %6lld ms  %-11s  %-24s %s\n",
                 static_cast<long long>(report.took.count()),
                 std::string(name(report.outcome)).c_str(), report.id.c_str(),
                 (report.outcome == Outcome::ok ? report.what : report.why).c_str());
}

} // namespace

std::vector<ReadyCase> casesOf(std::string_view device) {
    if (device == "card_reader_split")
        return readerCases(ReaderGadget::Pipes::split);
    if (device == "card_reader_single")
        return readerCases(ReaderGadget::Pipes::single);
    if (device == "receipt_printer")
        return receiptPrinterCases();
    return {};
}

Result<> judge(std::string_view device, const std::vector<ReadyCase>& cases,
               const std::filesystem::path& out) {
    std::vector<CaseReport> reports;
    for (const ReadyCase& one : cases) {
        reports.push_back(runHere(one));
        tell(reports.back());
    }
    TRY(writeFile(out / "summary.json", bytesOf(reportAsJson(device, "machine", reports))));
    const auto failed = std::ranges::count(reports, Outcome::failed, &CaseReport::outcome);
    if (!isPassed(reports))
        return fail(ErrorKind::refused, "scenario.failed", Remedy::supplier,
                    std::to_string(failed) + " of " + std::to_string(reports.size()) +
                        " cases failed");
    return {};
}

} // namespace kiosk::machine
