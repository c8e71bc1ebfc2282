// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/simulated/simulated_printer.h"

#include <algorithm>

namespace kiosk::drivers {

namespace {

bool isOver(JobState state) {
    return state == JobState::completed || state == JobState::canceled ||
           state == JobState::aborted;
}

bool isPrinted(const PrintedJob& job) {
    return job.pagesOut == job.document.pages;
}

} // namespace

SimulatedPrinter::SimulatedPrinter(const Clock& clock, SimulatedPrinterOptions options)
    : clock_(clock), options_(options), sheets_(options.sheets), lifePages_(options.lifePages) {}

DeviceIdentity SimulatedPrinter::identity() const {
    return {.module = "simulated-printer",
            .model = "Simulated A4",
            .serial = "S0001",
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
    TRY(reachable(stop));
    followClock();
    return currentStatus();
}

Result<int> SimulatedPrinter::submit(const PrintDocument& document, std::stop_token stop) {
    const std::lock_guard lock(mutex_);
    TRY(reachable(stop));
    followClock();
    if (running() != nullptr)
        return fail(ErrorKind::unavailable, "printer.busy", Remedy::wait, "a job is being printed");
    if (!toText(document.pdf).starts_with("%PDF-"))
        return fail(ErrorKind::unsupported, "printer.format-refused", Remedy::supplier, "no PDF");
    const int id = static_cast<int>(jobs_.size()) + 1;
    jobs_.push_back({.id = id, .document = document, .pagesOut = 0, .state = JobState::processing});
    lastPageAt_ = clock_.steady();
    if (std::exchange(nextReply_, Reply::arrives) == Reply::lost)
        return fail(ErrorKind::timedOut, "printer.silent", Remedy::technician, "the reply is lost");
    return id;
}

Result<JobProgress> SimulatedPrinter::progress(const SentJob& sent, std::stop_token stop) {
    const std::lock_guard lock(mutex_);
    TRY(reachable(stop));
    followClock();
    const auto job = std::ranges::find(jobs_, sent.id, &PrintedJob::id);
    if (job == jobs_.end())
        return fail(ErrorKind::notFound, "printer.no-such-job", Remedy::attendant);
    JobProgress progress{.state = job->state, .pagesOut = job->pagesOut, .reasons = {}};
    if (!isOver(job->state) && blocked()) {
        progress.state = JobState::stopped;
        progress.reasons = {"printer-stopped"};
    }
    return progress;
}

Result<> SimulatedPrinter::cancel(int jobId, std::stop_token stop) {
    const std::lock_guard lock(mutex_);
    TRY(reachable(stop));
    followClock();
    const auto job = std::ranges::find(jobs_, jobId, &PrintedJob::id);
    if (job == jobs_.end())
        return fail(ErrorKind::notFound, "printer.no-such-job", Remedy::attendant);
    if (!isOver(job->state))
        job->state = JobState::canceled;
    return {};
}

Result<> SimulatedPrinter::clearJobs(std::stop_token stop) {
    const std::lock_guard lock(mutex_);
    TRY(reachable(stop));
    followClock();
    if (PrintedJob* job = running())
        job->state = JobState::canceled;
    return {};
}

void SimulatedPrinter::putSheets(int sheets) {
    const std::lock_guard lock(mutex_);
    followClock();
    sheets_ = sheets;
    lastPageAt_ = clock_.steady();
}

void SimulatedPrinter::jamOnPage(int page) {
    const std::lock_guard lock(mutex_);
    jamPage_ = page;
}

void SimulatedPrinter::clearJam() {
    const std::lock_guard lock(mutex_);
    jammed_ = false;
    lastPageAt_ = clock_.steady();
}

void SimulatedPrinter::setCover(Cover cover) {
    const std::lock_guard lock(mutex_);
    followClock();
    cover_ = cover;
    lastPageAt_ = clock_.steady();
}

void SimulatedPrinter::setToner(TonerState toner) {
    const std::lock_guard lock(mutex_);
    followClock();
    toner_ = toner;
    lastPageAt_ = clock_.steady();
}

void SimulatedPrinter::setCable(Cable cable) {
    const std::lock_guard lock(mutex_);
    cable_ = cable;
}

void SimulatedPrinter::setPower(Power power) {
    const std::lock_guard lock(mutex_);
    followClock();
    power_ = power;
    if (PrintedJob* job = running(); job != nullptr && power == Power::off)
        job->state = JobState::aborted;
}

void SimulatedPrinter::setNextReply(Reply reply) {
    const std::lock_guard lock(mutex_);
    nextReply_ = reply;
}

bool SimulatedPrinter::advancePage() {
    const std::lock_guard lock(mutex_);
    return pullSheet(clock_.steady());
}

std::vector<PrintedJob> SimulatedPrinter::jobs() const {
    const std::lock_guard lock(mutex_);
    return jobs_;
}

int SimulatedPrinter::sheetsLeft() const {
    const std::lock_guard lock(mutex_);
    return sheets_;
}

int SimulatedPrinter::lifePages() const {
    const std::lock_guard lock(mutex_);
    return lifePages_;
}

Result<> SimulatedPrinter::reachable(const std::stop_token& stop) const {
    if (stop.stop_requested())
        return fail(ErrorKind::cancelled, "printer.stopped", Remedy::wait);
    if (cable_ == Cable::pulled || power_ == Power::off)
        return fail(ErrorKind::unavailable, "printer.gone", Remedy::technician);
    return {};
}

bool SimulatedPrinter::blocked() const {
    return sheets_ == 0 || jammed_ || cover_ == Cover::open || toner_ == TonerState::out ||
           power_ == Power::off;
}

bool SimulatedPrinter::pullSheet(SteadyTime now) {
    PrintedJob* job = running();
    if (job == nullptr || isPrinted(*job) || blocked())
        return false;
    --sheets_;
    if (job->pagesOut + 1 == jamPage_) {
        jamPage_ = 0;
        jammed_ = true; // the sheet is spoilt, and no page has left the machine
        return false;
    }
    ++job->pagesOut;
    ++lifePages_;
    woundDownAt_ = now + options_.windDown;
    endPrintedJob();
    return true;
}

void SimulatedPrinter::endPrintedJob() {
    if (PrintedJob* job = running();
        job != nullptr && isPrinted(*job) && clock_.steady() >= woundDownAt_)
        job->state = JobState::completed;
}

void SimulatedPrinter::followClock() {
    endPrintedJob();
    if (options_.pageTime.count() == 0)
        return;
    while (running() != nullptr && !isPrinted(*running()) &&
           clock_.steady() - lastPageAt_ >= options_.pageTime) {
        lastPageAt_ += options_.pageTime;
        if (!pullSheet(lastPageAt_))
            lastPageAt_ = clock_.steady();
    }
}

PrintedJob* SimulatedPrinter::running() {
    if (jobs_.empty() || isOver(jobs_.back().state))
        return nullptr;
    return &jobs_.back();
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
    if (toner_ == TonerState::out)
        found.emplace_back("toner-empty-error");
    else if (toner_ == TonerState::low)
        found.emplace_back("toner-low-report");
    return found;
}

PrinterStatus SimulatedPrinter::currentStatus() {
    PrinterStatus status{.device = DeviceState::online,
                         .paper = PaperState::full,
                         .toner = toner_,
                         .coverOpen = cover_ == Cover::open,
                         .lifePages = lifePages_,
                         .reasons = reasons()};
    if (jammed_)
        status.paper = PaperState::jammed;
    else if (sheets_ == 0)
        status.paper = PaperState::out;
    else if (sheets_ <= options_.lowSheets)
        status.paper = PaperState::low;
    if (blocked())
        status.device = DeviceState::userError;
    else if (running() != nullptr)
        status.device = DeviceState::busy;
    return status;
}

} // namespace kiosk::drivers
