// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/faults.h"

#include <array>

namespace kiosk::sandbox {

namespace {

constexpr std::array<std::pair<PlatformFault, std::string_view>, 8> kNames{{
    {PlatformFault::none, "none"},
    {PlatformFault::refused, "refused"},
    {PlatformFault::outOfService, "outOfService"},
    {PlatformFault::garbled, "garbled"},
    {PlatformFault::dropBeforeCommit, "dropBeforeCommit"},
    {PlatformFault::dropAfterCommit, "dropAfterCommit"},
    {PlatformFault::down, "down"},
    {PlatformFault::wrongCertificate, "wrongCertificate"},
}};

} // namespace

std::string_view name(PlatformFault fault) {
    for (const auto& [known, word] : kNames) {
        if (known == fault)
            return word;
    }
    return "none";
}

Result<PlatformFault> faultNamed(std::string_view word) {
    for (const auto& [fault, known] : kNames) {
        if (known == word)
            return fault;
    }
    return fail(ErrorKind::configuration, "sandbox.unknown-fault", Remedy::configuration, word);
}

void FaultSwitch::set(PlatformFault fault, std::optional<int> times) {
    const std::scoped_lock lock(mutex_);
    fault_ = fault;
    left_ = times;
}

void FaultSwitch::setLate(std::chrono::milliseconds delay) {
    const std::scoped_lock lock(mutex_);
    late_ = delay;
}

PlatformFault FaultSwitch::take() {
    const std::scoped_lock lock(mutex_);
    const PlatformFault taken = fault_;
    if (left_ && --*left_ <= 0) {
        fault_ = PlatformFault::none;
        left_.reset();
    }
    return taken;
}

PlatformFault FaultSwitch::current() const {
    const std::scoped_lock lock(mutex_);
    return fault_;
}

void FaultSwitch::waitWhileLate() {
    std::unique_lock lock(mutex_);
    const std::size_t before = interruptions_;
    interrupted_.wait_for(lock, late_, [&] { return interruptions_ != before; });
}

void FaultSwitch::interrupt() {
    {
        const std::scoped_lock lock(mutex_);
        ++interruptions_;
    }
    interrupted_.notify_all();
}

} // namespace kiosk::sandbox
