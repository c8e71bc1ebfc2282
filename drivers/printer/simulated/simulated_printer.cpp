// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/simulated/simulated_printer.h"

#include <algorithm>

namespace kiosk::drivers {

namespace {

bool hasEnded(JobState state) {
    return state == JobState::completed || state == JobState::canceled ||
           state == JobState::aborted;
}

} // namespace

SimulatedPrinter::SimulatedPrinter(const Clock& clock, SimulatedPrinterOptions options)
    : clock_(clock), options_(options), sheets_(options.sheets), lifePages_(options.lifePages) {}

DeviceIdentity SimulatedPrinter::identity() const {
    const std::scoped_lock lock(mutex_);
    return {.module = "simulated-printer",
            .model = "Simulated A4",
            .serial = "S000" + std::to_string(number_),
            .firmware = "1",
            .port = ""};
}

PrinterCapabilities SimulatedPrinter::capabilities() const {
    return {.formats = {DocumentFormat::pdf}, .countsPages = true, .lifeCounter = true};
}

Result<> SimulatedPrinter::reset(std::stop_token stop) {
    return clearJobs(std::move(stop));
}

Result<PrinterStatus> SimulatedPrinter::status(std::stop_token stop) {
    const std::lock_guard lock(mutex_);
    TRY(asked(stop));
    TRY(answered());
    return currentStatus();
}

Result<int> SimulatedPrinter::submit(const PrintDocument& document, std::stop_token stop) {
    const std::lock_guard lock(mutex_);
    TRY(asked(stop));
    if (running() != nullptr)
        return fail(ErrorKind::unavailable, "printer.busy", Remedy::wait, "a job is being printed");
    if (!toText(document.pdf).starts_with("%PDF-"))
        return fail(ErrorKind::unsupported, "printer.format-refused", Remedy::supplier, "no PDF");
    const int id = static_cast<int>(jobs_.size()) + 1;
    jobs_.push_back({.id = id, .document = document, .pagesOut = 0, .state = JobState::processing});
    lastBandAt_ = clock_.steady();
    TRY(answered());
    if (std::exchange(nextReply_, Reply::arrives) == Reply::lost)
        return fail(ErrorKind::timedOut, "printer.silent", Remedy::technician, "the reply is lost");
    return id;
}

Result<JobProgress> SimulatedPrinter::progress(const SentJob& sent, std::stop_token stop) {
    const std::lock_guard lock(mutex_);
    TRY(asked(stop));
    TRY(answered());
    const auto job = std::ranges::find(jobs_, sent.id, &PrintedJob::id);
    if (job == jobs_.end())
        return fail(ErrorKind::notFound, "printer.no-such-job", Remedy::attendant);
    JobProgress progress{.state = job->state, .pagesOut = job->pagesOut, .reasons = {}};
    if (!hasEnded(job->state) && bandsMade_ == 0 && waits()) {
        progress.state = JobState::stopped;
        progress.reasons = {"printer-stopped"};
    }
    return progress;
}

Result<> SimulatedPrinter::cancel(int jobId, std::stop_token stop) {
    const std::lock_guard lock(mutex_);
    TRY(asked(stop));
    const auto job = std::ranges::find(jobs_, jobId, &PrintedJob::id);
    if (job == jobs_.end())
        return fail(ErrorKind::notFound, "printer.no-such-job", Remedy::attendant);
    cancelJob(*job);
    return answered();
}

Result<> SimulatedPrinter::clearJobs(std::stop_token stop) {
    const std::lock_guard lock(mutex_);
    TRY(asked(stop));
    if (PrintedJob* job = running())
        cancelJob(*job);
    TRY(answered());
    if (running() != nullptr)
        return fail(ErrorKind::unavailable, "printer.busy", Remedy::wait, "a sheet is inside");
    return {};
}

std::vector<PrintedJob> SimulatedPrinter::jobs() const {
    const std::lock_guard lock(mutex_);
    return jobs_;
}

int SimulatedPrinter::sheetsLeft() const {
    const std::lock_guard lock(mutex_);
    return sheets_;
}

int SimulatedPrinter::sheetsSpoilt() const {
    const std::lock_guard lock(mutex_);
    return spoilt_;
}

int SimulatedPrinter::lifePages() const {
    const std::lock_guard lock(mutex_);
    return lifePages_;
}

/// What happens until now happens first: a machine that just lost its power does not answer.
Result<> SimulatedPrinter::asked(const std::stop_token& stop) {
    TRY(reachable(stop));
    followClock();
    return reachable(stop);
}

Result<> SimulatedPrinter::reachable(const std::stop_token& stop) const {
    if (stop.stop_requested())
        return fail(ErrorKind::cancelled, "printer.stopped", Remedy::wait);
    if (cable_ == Cable::pulled || power_ == Power::off)
        return fail(ErrorKind::unavailable, "printer.gone", Remedy::technician);
    return {};
}

Result<> SimulatedPrinter::answered() const {
    if (voice_ == Voice::mute)
        return fail(ErrorKind::timedOut, "printer.silent", Remedy::technician, "it is mute");
    return {};
}

/// The sheet that is inside comes out first.
void SimulatedPrinter::cancelJob(PrintedJob& job) {
    if (hasEnded(job.state))
        return;
    cancelling_ = true;
    endJob();
}

std::vector<std::string> SimulatedPrinter::reasons() const {
    std::vector<std::string> found;
    if (jammed_)
        found.emplace_back("media-jam-error");
    if (sheets_ == 0)
        found.emplace_back("media-empty-error");
    else if (sheets_ <= options_.lowSheets)
        found.emplace_back("media-low-report");
    if (cover_ == Cover::open)
        found.emplace_back("cover-open-error");
    if (tooHot())
        found.emplace_back("fuser-over-temp-error");
    if (toner_ == TonerState::out)
        found.emplace_back("toner-empty-error");
    else if (toner_ == TonerState::low)
        found.emplace_back("toner-low-report");
    return found;
}

MediaState SimulatedPrinter::mediaInExit() const {
    if (options_.exit == SimulatedPrinterOptions::Exit::blind)
        return MediaState::unknown;
    return untaken_ > 0 ? MediaState::present : MediaState::notPresent;
}

PrinterStatus SimulatedPrinter::currentStatus() {
    PrinterStatus status{.device = DeviceState::online,
                         .paper = PaperState::full,
                         .toner = toner_,
                         .media = mediaInExit(),
                         .coverOpen = cover_ == Cover::open,
                         .lifePages = lifePages_,
                         .reasons = reasons()};
    if (jammed_)
        status.paper = PaperState::jammed;
    else if (sheets_ == 0)
        status.paper = PaperState::out;
    else if (sheets_ <= options_.lowSheets)
        status.paper = PaperState::low;
    if (tooHot())
        status.device = DeviceState::hardwareError;
    else if (waits())
        status.device = DeviceState::userError;
    else if (running() != nullptr)
        status.device = DeviceState::busy;
    return status;
}

} // namespace kiosk::drivers
