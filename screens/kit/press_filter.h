// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "firmware/base/clock.h"
#include "screens/kit/node.h"

namespace kiosk::kit {

/// A finger or the mouse on the glass, as the window delivers it.
struct PointerEvent {
    enum class Kind { down, move, up };

    Kind kind = Kind::down;
    std::int64_t finger = 0; ///< device and finger in one
    PointMm at;
    SteadyTime time{}; ///< when it was seen
    /// Since when it may have lain unseen: while the program was busy nobody looked. Nothing: it
    /// was seen as it happened.
    std::optional<SteadyTime> earliest{};
};

/// Which presses count (A22): those that start and end in the same target, last at least 40 ms, do
/// not repeat within 500 ms of the last one that counted, and are made with one finger alone. A
/// press that the program was too busy to time has the benefit of the doubt. Time comes with the
/// events: no clock inside.
class PressFilter {
public:
    static constexpr std::chrono::milliseconds kShortest{40};
    static constexpr std::chrono::milliseconds kRepeatPause{500};

    /// The touch the event completes, if it completes one. The tree may change between calls:
    /// targets are told apart by id.
    std::optional<visit::Touch> feed(const PointerEvent& event, const Node& tree);

    /// The target held down now, for drawing it pressed.
    std::optional<std::string> heldTarget() const;

private:
    struct Press {
        std::int64_t finger = 0;
        std::string target; ///< empty once it can no longer count
        SteadyTime seen{};
        SteadyTime earliest{};
    };

    void press(const PointerEvent& event, const Node& tree);
    std::optional<visit::Touch> release(const PointerEvent& event, const Node& tree);

    std::optional<Press> press_;
    std::optional<SteadyTime> lastCounted_;
};

} // namespace kiosk::kit
