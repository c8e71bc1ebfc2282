// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/faults.h"

#include <array>

namespace kiosk::sandbox {

namespace {

constexpr std::array<std::pair<Fault, std::string_view>, 8> kNames{{
    {Fault::none, "none"},
    {Fault::refused, "refused"},
    {Fault::outOfService, "outOfService"},
    {Fault::garbled, "garbled"},
    {Fault::dropBeforeCommit, "dropBeforeCommit"},
    {Fault::dropAfterCommit, "dropAfterCommit"},
    {Fault::down, "down"},
    {Fault::wrongCertificate, "wrongCertificate"},
}};

} // namespace

std::string_view name(Fault fault) {
    for (const auto& [known, word] : kNames) {
        if (known == fault)
            return word;
    }
    return "none";
}

Result<Fault> faultNamed(std::string_view word) {
    for (const auto& [fault, known] : kNames) {
        if (known == word)
            return fault;
    }
    return fail(ErrorKind::configuration, "sandbox.unknown-fault", Remedy::configuration, word);
}

void FaultSwitch::set(Fault fault, std::optional<int> times) {
    const std::scoped_lock lock(mutex_);
    fault_ = fault;
    left_ = times;
}

void FaultSwitch::setLate(std::chrono::milliseconds delay) {
    const std::scoped_lock lock(mutex_);
    late_ = delay;
}

Fault FaultSwitch::take() {
    const std::scoped_lock lock(mutex_);
    const Fault taken = fault_;
    if (left_ && --*left_ <= 0) {
        fault_ = Fault::none;
        left_.reset();
    }
    return taken;
}

Fault FaultSwitch::current() const {
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
