// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/rounds.h"

#include <algorithm>
#include <utility>

namespace kiosk::visit {

Rounds::Rounds(EventLoop& loop, Pace pace, std::function<void()> look)
    : loop_(loop), pace_(pace), look_(std::move(look)), delay_(pace.quickest) {}

Rounds::Rounds(EventLoop& loop, Pace pace, Beat beat, std::function<void()> look)
    : loop_(loop), pace_(pace), beat_(beat), look_(std::move(look)), delay_(pace.quickest) {}

void Rounds::next(std::chrono::milliseconds atMost) {
    lookAfter(std::min(std::exchange(delay_, std::min(delay_ * 2, pace_.slowest)), atMost));
}

void Rounds::rest() {
    if (stirred_)
        next();
    else
        resting_ = true;
}

void Rounds::quicken() {
    stirred_ = true;
    delay_ = pace_.quickest;
    const bool isLate = timer_ && waiting_ > pace_.quickest;
    if (!isLate && !resting_)
        return;
    if (timer_)
        loop_.cancel(*timer_);
    lookAfter(pace_.quickest);
}

void Rounds::lookAfter(std::chrono::milliseconds delay) {
    waiting_ = delay;
    resting_ = false;
    const auto wait = beat_ ? untilBeat(beat_->clock.wall(), delay, beat_->afterMinute)
                            : SteadyTime::duration(delay);
    timer_ = loop_.after(wait, [this] {
        timer_.reset();
        stirred_ = false;
        look_();
    });
}

} // namespace kiosk::visit
