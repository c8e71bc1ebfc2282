// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/escpos/strip_job.h"

#include <algorithm>

#include "drivers/printer/escpos/condition_mapping.h"

namespace kiosk::drivers::escpos {

namespace {

/// Two kilobytes at most: what every printer has room for while it is online.
constexpr std::size_t kRowsAtOnce = 28;

} // namespace

bool StripJob::isOver() const {
    return state_ == JobState::completed || state_ == JobState::canceled ||
           state_ == JobState::aborted;
}

bool StripJob::wholeStripSent() const {
    return isUnderWay() && sentRows_ == strips_[out_].rows;
}

JobProgress StripJob::progress() const {
    return {.state = state_, .pagesOut = static_cast<int>(out_), .reasons = reasons_};
}

Result<> StripJob::advance(Dialogue& dialogue, const std::stop_token& stop) {
    if (isOver())
        return {};
    const PrinterStatus status = toStatus(TRY(dialogue.condition(stop)));
    reasons_ = status.reasons;
    const bool well = status.canPrint() && status.device == DeviceState::online;
    state_ = well ? JobState::processing : JobState::stopped;
    if (!well)
        return {};
    if (wholeStripSent() && dialogue.isDone()) {
        ++out_;
        sentRows_ = 0;
    }
    if (out_ == strips_.size()) {
        state_ = JobState::completed;
        return {};
    }
    return send(dialogue, stop);
}

Result<> StripJob::send(Dialogue& dialogue, const std::stop_token& stop) {
    if (wholeStripSent())
        return {};
    const Result<> sent = sendStrip(dialogue, strips_[out_], stop);
    if (!sent)
        state_ = JobState::aborted; // nobody knows how many of its bytes arrived
    return sent;
}

Result<> StripJob::sendStrip(Dialogue& dialogue, const Dots& strip, const std::stop_token& stop) {
    if (!isUnderWay())
        TRY(dialogue.send(prepare(), stop));
    while (sentRows_ < strip.rows) {
        TRY(dialogue.send(band(strip, sentRows_, kRowsAtOnce), stop));
        sentRows_ = std::min(sentRows_ + kRowsAtOnce, strip.rows);
        if (sentRows_ < strip.rows && !TRY(dialogue.isOnline(stop)))
            return {}; // goes on from here when it is online again
    }
    TRY(dialogue.send(cut(), stop));
    return dialogue.askDone(stop);
}

} // namespace kiosk::drivers::escpos
