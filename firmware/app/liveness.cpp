// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/liveness.h"

#include <algorithm>
#include <cstdlib>

#include <unistd.h>

#include "firmware/base/text.h"

namespace kiosk::app {

namespace {

constexpr int kProofs = 8;      ///< at most so many in the time that is waited
constexpr int kLatestProof = 2; ///< the part of it in which one comes at the latest

std::optional<std::int64_t> numberIn(const char* variable) {
    const char* text = std::getenv(variable);
    return text == nullptr ? std::nullopt : parseInteger(text);
}

} // namespace

std::optional<std::chrono::microseconds> watchdogTime() {
    const auto microseconds = numberIn("WATCHDOG_USEC");
    const auto whose = numberIn("WATCHDOG_PID");
    if (!microseconds || *microseconds <= 0 || (whose && *whose != ::getpid()))
        return std::nullopt;
    return std::chrono::microseconds(*microseconds);
}

Liveness::Liveness(const Clock& clock, std::optional<SteadyTime::duration> allowed, Tell tell)
    : clock_(clock), allowed_(allowed), tell_(std::move(tell)) {}

void Liveness::turned() {
    if (!allowed_)
        return;
    const SteadyTime now = clock_.steady();
    if (toldAt_ && now - *toldAt_ < *allowed_ / kProofs)
        return;
    toldAt_ = now;
    tell_();
}

std::optional<std::chrono::milliseconds>
Liveness::sleepAtMost(std::optional<std::chrono::milliseconds> wish) const {
    using std::chrono::milliseconds;
    if (!allowed_ || !toldAt_)
        return wish;
    const auto left =
        std::chrono::floor<milliseconds>(*toldAt_ + *allowed_ / kLatestProof - clock_.steady());
    return std::clamp(left, milliseconds(0), wish.value_or(milliseconds::max()));
}

} // namespace kiosk::app
