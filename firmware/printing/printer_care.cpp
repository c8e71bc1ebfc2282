// SPDX-License-Identifier: Apache-2.0
#include "firmware/printing/printer_care.h"

#include "firmware/printing/print_job.h"

namespace kiosk::printing {

using drivers::DeviceState;
using drivers::Printer;
using drivers::PrinterStatus;

/// Whoever was away may come back with anything: a printer keeps jobs over a restart, and it may be
/// another one.
template <typename Call, typename... Arguments>
auto PrinterCare::ask(const std::stop_token& stop, Call call, const Arguments&... arguments) {
    auto answer = printer_.use(stop, call, arguments...);
    if (!answer && drivers::losesDevice(answer.error()) && held_ == Held::nothing)
        held_ = Held::anything;
    return answer;
}

Result<PrinterStatus> PrinterCare::status(const std::stop_token& stop) {
    return ask(stop, &Printer::status);
}

Result<drivers::JobProgress> PrinterCare::progress(const drivers::SentJob& job,
                                                   const std::stop_token& stop) {
    return ask(stop, &Printer::progress, job);
}

Result<> PrinterCare::clear(const std::stop_token& stop) {
    TRY(ask(stop, &Printer::clearJobs));
    held_ = Held::nothing;
    return {};
}

Result<> PrinterCare::tidy(const std::stop_token& stop) {
    return held_ == Held::anything ? clear(stop) : Result<>{};
}

/// A job that ended well and is still being wound up is waited for, not cancelled.
Result<PrinterStatus> PrinterCare::makeReady(const std::stop_token& stop) {
    TRY(tidy(stop));
    PrinterStatus found = TRY(status(stop));
    if (found.device == DeviceState::busy)
        return fail(ErrorKind::unavailable, "printer.busy", Remedy::wait, "not idle yet");
    TRY(clear(stop));
    return found;
}

Result<int> PrinterCare::print(const drivers::PrintDocument& document, const Intent& intent,
                               const std::stop_token& stop) {
    const PrinterStatus ready = TRY(makeReady(stop));
    TRY(intent(ready));
    const Result<int> job = ask(stop, &Printer::submit, document);
    if (job) {
        held_ = Held::followedJob;
        followed_ = *job;
        printer_.count(drivers::Count::uses, 1);
        printer_.count(drivers::Count::sheets, document.pages);
    } else if (judgeSubmit(job.error()) == SubmitFailure::unknown)
        held_ = Held::anything;
    return job;
}

void PrinterCare::finished() {
    if (held_ == Held::followedJob)
        held_ = Held::nothing;
}

void PrinterCare::finished(int jobId) {
    if (followed_ == jobId)
        finished();
}

void PrinterCare::letGo() {
    held_ = Held::anything;
}

void PrinterCare::letGo(int jobId) {
    if (held_ == Held::followedJob && followed_ == jobId)
        letGo();
}

} // namespace kiosk::printing
