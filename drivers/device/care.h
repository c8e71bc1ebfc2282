// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/base/clock.h"
#include "firmware/base/result.h"

namespace kiosk::drivers {

/// What is done with a device that comes, goes and fails (D3): a machine of states, without the
/// device and without waiting.
///
/// One that is not there costs nothing and is looked for every 2 s. One that faults is reset, reset
/// again, then opened anew after 1, 2, 4 … 30 s. With the sixth fault in ten minutes it is left to
/// a technician: looked at again when somebody plugs it in or says so, and by itself only after ten
/// minutes, where the next fault leaves it to the technician once more. A fault is forgiven ten
/// minutes later, and all of them when the device was taken away.
class Care {
public:
    enum class Step {
        use,       ///< it is open and well
        reset,     ///< it is open and answered with a fault: Device::reset(), then tell
        open,      ///< it is closed and worth a try: open it, then tell
        wait,      ///< it is closed, and not yet
        technician ///< it is closed, and not by itself for long
    };

    Step next(SteadyTime now) const;

    void opened(SteadyTime now);
    void openFailed(const Error& error, SteadyTime now);
    /// A call on the open device failed with an error that losesDevice(). Whether the device stays
    /// open says next().
    void faulted(const Error& error, SteadyTime now);
    /// Device::reset() succeeded.
    void wasReset() { state_ = State::open; }
    /// It was plugged in, or a technician says that it is worth a try: nothing is held against it,
    /// and a closed one is opened at once.
    void startAfresh();

    std::size_t faults() const { return faults_.size(); } ///< not forgiven, as of the last of them
    SteadyTime notBefore() const { return notBefore_; }   ///< of the next opening

private:
    enum class State { closed, toBeReset, open, leftToTechnician };

    void lookAgainSoon(SteadyTime now);
    void leaveToTechnician(SteadyTime now);

    static constexpr std::chrono::seconds kFirstPause{1};

    State state_ = State::closed;
    SteadyTime notBefore_{};                   ///< of the next opening
    std::chrono::seconds pause_ = kFirstPause; ///< before the next opening after a fault
    std::vector<SteadyTime> faults_;           ///< not forgiven yet
};

} // namespace kiosk::drivers
