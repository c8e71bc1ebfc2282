// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string_view>

#include "firmware/base/result.h"

namespace kiosk::sandbox {

/// What a region's platform does wrong on purpose.
enum class PlatformFault {
    none,
    refused,          ///< says no to everything
    outOfService,     ///< HTTP 503
    garbled,          ///< an answer cut in the middle of its JSON
    dropBeforeCommit, ///< the connection ends, nothing was done
    dropAfterCommit,  ///< the connection ends, everything was done
    down,             ///< no connection at all
    wrongCertificate  ///< somebody else's certificate
};

std::string_view name(PlatformFault fault);
/// "sandbox.unknown-fault" (configuration) for any other word.
Result<PlatformFault> faultNamed(std::string_view name);

/// One region's fault switch. Thread-safe: calls ask, the control side sets.
class FaultSwitch {
public:
    /// `times`: for so many calls, then none; nothing: until set again.
    void set(PlatformFault fault, std::optional<int> times = {});
    void setLate(std::chrono::milliseconds delay);
    /// The fault for one call; counts it.
    PlatformFault take();
    /// The fault in force, not counted.
    PlatformFault current() const;
    /// Waits as long as answers are to be late; ends early when interrupted.
    void waitWhileLate();
    /// Ends all waiting now and lets later calls wait anew.
    void interrupt();

private:
    mutable std::mutex mutex_;
    std::condition_variable interrupted_;
    std::size_t interruptions_ = 0;
    PlatformFault fault_ = PlatformFault::none;
    std::optional<int> left_;
    std::chrono::milliseconds late_{0};
};

} // namespace kiosk::sandbox
