// SPDX-License-Identifier: Apache-2.0
#include "drivers/transport/stoppable_wait.h"

#include <algorithm>
#include <cerrno>
#include <vector>

#include <sys/eventfd.h>

namespace kiosk::drivers {

namespace {

using std::chrono::milliseconds;
using Moment = std::chrono::steady_clock::time_point;

int millisecondsUntil(Moment end) {
    const auto left = std::chrono::ceil<milliseconds>(end - std::chrono::steady_clock::now());
    return static_cast<int>(std::max(left, milliseconds(0)).count());
}

} // namespace

StoppableWait::StoppableWait() : bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

StoppableWait::End StoppableWait::wait(std::span<pollfd> watched, milliseconds longest,
                                       const std::stop_token& stop) const {
    const Moment end = std::chrono::steady_clock::now() + longest;
    std::vector<pollfd> all(watched.begin(), watched.end());
    all.push_back({bell_.number(), POLLIN, 0});
    {
        const std::stop_callback ring(stop, [this] { ::eventfd_write(bell_.number(), 1); });
        while (::poll(all.data(), all.size(), millisecondsUntil(end)) < 0 && errno == EINTR)
            continue;
    }
    eventfd_t times = 0; // read, so that the next token begins with silence
    const bool hasRung = ::eventfd_read(bell_.number(), &times) == 0;
    std::copy_n(all.begin(), watched.size(), watched.begin());
    if (std::ranges::any_of(watched, [](const pollfd& one) { return one.revents != 0; }))
        return End::ready;
    return hasRung ? End::stopped : End::timeOver;
}

} // namespace kiosk::drivers
