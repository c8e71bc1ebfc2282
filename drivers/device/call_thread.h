// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace kiosk::drivers {

/// How long a call may take.
struct CallLimits {
    std::chrono::milliseconds longest;         ///< then it is asked to stop
    std::chrono::milliseconds afterStop{3000}; ///< then it is given up
};

/// A thread for calls into a driver, of which one may never come back: whoever waits for it then
/// goes on without it. One caller at a time.
class CallThread {
public:
    /// A call owns all that it works with: given up, it outlives whoever made it.
    using Call = std::move_only_function<void(std::stop_token)>;
    enum class Outcome { done, givenUp };
    /// For a call with no time but that after it was asked to stop.
    static std::stop_token askedAlready();

    explicit CallThread(CallLimits limits) : limits_(limits) {}
    /// Never waits: run() leaves no call that it did not give up.
    ~CallThread();
    CallThread(const CallThread&) = delete;
    CallThread& operator=(const CallThread&) = delete;

    /// Makes the call and waits until it is done and destroyed. The call is asked to stop when
    /// `stop` asks or its time is over. Given up, it is left alone with its thread, which ends when
    /// it comes back; the next call has a new one.
    Outcome run(Call call, const std::stop_token& stop);

private:
    struct Line;
    bool finishes(Line& line, const std::stop_source& asked, const std::stop_token& stop) const;

    CallLimits limits_;
    std::shared_ptr<Line> line_; ///< to the thread; nothing before the first call
    std::jthread thread_;
};

} // namespace kiosk::drivers
