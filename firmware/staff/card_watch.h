// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include "firmware/staff/gate.h"
#include "firmware/staff/machine.h"
#include "firmware/staff/staff_place.h"

namespace kiosk::staff {

/// Looks for a staff card every second. It opens staff mode while nobody is served; while staff are
/// called to a visit or look on, it is for that. A card opens once, when it is laid: it must be
/// lifted before it is seen again, and one that lay there before opens nothing. One that is
/// nobody's of the staff is passed by, but where staff are called. Loop thread only; outlived by
/// the place.
class CardWatch {
public:
    using Tell = std::function<void(const Event&)>; ///< CardKnown, CardUnread

    /// `isAway`: staff mode is not on yet.
    CardWatch(StaffPlace& place, std::function<bool()> isAway, Tell tell);
    CardWatch(const CardWatch&) = delete;
    CardWatch& operator=(const CardWatch&) = delete;

    /// Looks for the first time, and goes on.
    void begin();

private:
    void look();
    void lookNow();
    void seen(const std::optional<std::string>& number);
    void askGate(const std::string& number);
    void judged(const Result<std::optional<KnownCard>>& card);

    StaffPlace& place_;
    std::function<bool()> isAway_;
    Tell tell_;
    std::atomic<bool> looking_ = false;
    std::optional<std::string> lying_; ///< the worker's: whoever lies there still is no news
};

} // namespace kiosk::staff
