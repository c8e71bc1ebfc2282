// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/last_end.h"

namespace kiosk::app {

health::LastEnd lastEndOf(const ending::History& history, WallTime now) {
    constexpr std::chrono::hours kWeek{7 * 24};
    health::LastEnd end{.how = ending::How::none,
                        .fault = ending::Fault::none,
                        .unasked = ending::unaskedWithin(history, kWeek, now)};
    if (history.empty())
        return end;
    const ending::Ending& last = history.front();
    end.how = last.how;
    end.at = last.at;
    end.fault = last.fault;
    end.place = last.place;
    return end;
}

} // namespace kiosk::app
