// SPDX-License-Identifier: Apache-2.0
#include "drivers/device/care.h"

#include <algorithm>

#include "drivers/device/device.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;

constexpr auto kBetweenProbes = 2s;
constexpr std::size_t kResets = 2;
constexpr std::chrono::seconds kLongestPause = 30s;
constexpr std::size_t kMostFaults = 6;
constexpr auto kForgiven = 10min;

/// Where nothing is, nothing is faulty.
bool isAbsent(const Error& error) {
    return error.kind() == ErrorKind::notFound || error.kind() == ErrorKind::unavailable;
}

/// Who does not answer cannot be asked to reset itself.
bool canBeReset(const Error& error) {
    return error.kind() != ErrorKind::timedOut;
}

} // namespace

Care::Step Care::next(SteadyTime now) const {
    switch (state_) {
    case State::open:
        return Step::use;
    case State::toBeReset:
        return Step::reset;
    case State::closed:
        return now < notBefore_ ? Step::wait : Step::open;
    case State::leftToTechnician:
        return now < notBefore_ ? Step::technician : Step::open;
    }
    return Step::technician;
}

void Care::opened(SteadyTime now) {
    // Whoever was given up once has one fault left.
    if (state_ == State::leftToTechnician)
        faults_.assign(kMostFaults - 1, now);
    state_ = State::open;
}

void Care::openFailed(const Error& error, SteadyTime now) {
    if (isAbsent(error))
        faults_.clear(); // somebody took it away
    if (isAbsent(error) || !losesDevice(error))
        return lookAgainSoon(now);
    if (state_ == State::leftToTechnician)
        return leaveToTechnician(now);
    faulted(error, now);
}

void Care::faulted(const Error& error, SteadyTime now) {
    if (isAbsent(error)) // not forgiven yet: a bad plug comes and goes by itself
        return lookAgainSoon(now);
    std::erase_if(faults_, [now](SteadyTime at) { return now - at >= kForgiven; });
    if (faults_.empty())
        pause_ = kFirstPause;
    faults_.push_back(now);
    if (faults_.size() >= kMostFaults)
        return leaveToTechnician(now);
    if (state_ != State::closed && canBeReset(error) && faults_.size() <= kResets) {
        state_ = State::toBeReset;
        return;
    }
    state_ = State::closed;
    notBefore_ = now + pause_;
    pause_ = std::min(pause_ * 2, kLongestPause);
}

void Care::startAfresh() {
    faults_.clear();
    if (state_ == State::open || state_ == State::toBeReset)
        return;
    state_ = State::closed;
    notBefore_ = {};
}

void Care::lookAgainSoon(SteadyTime now) {
    state_ = State::closed;
    notBefore_ = now + kBetweenProbes;
}

void Care::leaveToTechnician(SteadyTime now) {
    state_ = State::leftToTechnician;
    notBefore_ = now + kForgiven;
}

} // namespace kiosk::drivers
