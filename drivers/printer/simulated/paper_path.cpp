// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "drivers/printer/simulated/simulated_printer.h"

// The inside of the simulated printer: sheets, bands, and the hands that reach in.

namespace kiosk::drivers {

namespace {

constexpr int kFullTray = 250;

bool isOver(JobState state) {
    return state == JobState::completed || state == JobState::canceled ||
           state == JobState::aborted;
}

bool isPrinted(const PrintedJob& job) {
    return job.pagesOut == job.document.pages;
}

} // namespace

void SimulatedPrinter::failAt(PlannedFault fault) {
    const std::lock_guard lock(mutex_);
    followClock();
    planned_ = fault;
}

void SimulatedPrinter::jamNextSheet() {
    const std::lock_guard lock(mutex_);
    followClock();
    const PrintedJob* job = running();
    planned_ = {.page = job == nullptr ? 1 : job->pagesOut + 1, .band = bandsMade_ + 1};
}

void SimulatedPrinter::mend() {
    putSheets(kFullTray);
    clearJam();
    setCover(Cover::closed);
    setToner(TonerState::full);
    setCable(Cable::plugged);
    setPower(Power::on);
    setVoice(Voice::answers);
}

void SimulatedPrinter::putSheets(int sheets) {
    const std::lock_guard lock(mutex_);
    followClock();
    sheets_ = sheets;
}

void SimulatedPrinter::clearJam() {
    const std::lock_guard lock(mutex_);
    followClock();
    jammed_ = false;
}

void SimulatedPrinter::takeSheets() {
    const std::lock_guard lock(mutex_);
    followClock();
    untaken_ = 0;
}

void SimulatedPrinter::setCover(Cover cover) {
    const std::lock_guard lock(mutex_);
    followClock();
    cover_ = cover;
    if (cover == Cover::open)
        spoilSheetInside();
}

void SimulatedPrinter::setToner(TonerState toner) {
    const std::lock_guard lock(mutex_);
    followClock();
    toner_ = toner;
}

void SimulatedPrinter::setCable(Cable cable) {
    const std::lock_guard lock(mutex_);
    followClock();
    cable_ = cable;
}

void SimulatedPrinter::setPower(Power power) {
    const std::lock_guard lock(mutex_);
    followClock();
    if (power == Power::off)
        losePower();
    power_ = power;
}

void SimulatedPrinter::exchange() {
    const std::lock_guard lock(mutex_);
    followClock();
    losePower();
    power_ = Power::on;
    ++number_;
}

void SimulatedPrinter::setVoice(Voice voice) {
    const std::lock_guard lock(mutex_);
    followClock();
    voice_ = voice;
}

void SimulatedPrinter::setNextReply(Reply reply) {
    const std::lock_guard lock(mutex_);
    nextReply_ = reply;
}

bool SimulatedPrinter::advancePage() {
    const std::lock_guard lock(mutex_);
    const int before = lifePages_;
    while (lifePages_ == before && makeBand(clock_.steady())) {
    }
    return lifePages_ > before;
}

/// Nothing moves at all.
bool SimulatedPrinter::stopped() const {
    return jammed_ || cover_ == Cover::open || power_ == Power::off;
}

/// A sheet may leave the tray.
bool SimulatedPrinter::feeds(SteadyTime now) const {
    return sheets_ > 0 && toner_ != TonerState::out && now >= hotUntil_;
}

/// The next band can be made.
bool SimulatedPrinter::moves(SteadyTime now) const {
    return !stopped() && (bandsMade_ > 0 || feeds(now));
}

bool SimulatedPrinter::isPlannedFor(const PrintedJob& job) const {
    return planned_ && planned_->page == job.pagesOut + 1 && planned_->band == bandsMade_ + 1;
}

bool SimulatedPrinter::makeBand(SteadyTime now) {
    PrintedJob* job = running();
    if (job == nullptr || isPrinted(*job))
        return false;
    if (isPlannedFor(*job) && moves(now))
        strike(std::exchange(planned_, std::nullopt)->fault, now);
    if (!moves(now))
        return false;
    if (bandsMade_ == 0)
        --sheets_;
    if (++bandsMade_ == options_.bandsPerPage)
        pageIsOut(*job, now);
    return true;
}

void SimulatedPrinter::strike(PrinterFault fault, SteadyTime now) {
    switch (fault) {
    case PrinterFault::jam:
        if (bandsMade_ == 0)
            --sheets_;
        ++spoilt_;
        bandsMade_ = 0;
        jammed_ = true;
        break;
    case PrinterFault::paperOut:
        sheets_ = 0;
        break;
    case PrinterFault::coverOpen:
        cover_ = Cover::open;
        spoilSheetInside();
        break;
    case PrinterFault::cablePulled:
        cable_ = Cable::pulled;
        break;
    case PrinterFault::powerOff:
        losePower();
        power_ = Power::off;
        break;
    case PrinterFault::tooHot:
        hotUntil_ = now + options_.coolDown;
        break;
    case PrinterFault::mute:
        voice_ = Voice::mute;
        break;
    }
}

void SimulatedPrinter::spoilSheetInside() {
    if (bandsMade_ == 0)
        return;
    ++spoilt_;
    bandsMade_ = 0;
}

void SimulatedPrinter::losePower() {
    jammed_ = jammed_ || bandsMade_ > 0;
    spoilSheetInside();
    cancelling_ = false;
    if (PrintedJob* job = running())
        job->state = JobState::aborted;
}

void SimulatedPrinter::pageIsOut(PrintedJob& job, SteadyTime now) {
    bandsMade_ = 0;
    ++job.pagesOut;
    ++lifePages_;
    ++untaken_;
    woundDownAt_ = now + options_.windDown;
    endJob();
}

/// The job's end, if it has come.
void SimulatedPrinter::endJob() {
    PrintedJob* job = running();
    if (job == nullptr)
        return;
    if (isPrinted(*job) && clock_.steady() >= woundDownAt_)
        job->state = JobState::completed;
    else if (cancelling_ && (bandsMade_ == 0 || stopped()))
        job->state = JobState::canceled;
    if (isOver(job->state))
        cancelling_ = false;
}

void SimulatedPrinter::followClock() {
    endJob();
    const std::chrono::nanoseconds bandTime =
        std::chrono::nanoseconds(options_.pageTime) / options_.bandsPerPage;
    if (bandTime.count() == 0)
        return;
    while (running() != nullptr && !isPrinted(*running()) &&
           clock_.steady() - lastBandAt_ >= bandTime) {
        lastBandAt_ += bandTime;
        makeBand(lastBandAt_);
    }
}

PrintedJob* SimulatedPrinter::running() {
    if (jobs_.empty() || isOver(jobs_.back().state))
        return nullptr;
    return &jobs_.back();
}

} // namespace kiosk::drivers
