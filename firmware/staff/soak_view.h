// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

#include "firmware/staff/soak_report.h"
#include "firmware/visit/visit_event.h"

namespace kiosk::staff {

/// A soak under way, or what it came to.
struct SoakView {
    SoakReport report{};
    std::string endsAt{}; ///< time of day, "16:30"
};

/// How long a soak may be asked to take: while somebody waits, over lunch, overnight.
inline constexpr std::array kSoakTimes{std::chrono::minutes(10), std::chrono::minutes(60),
                                       std::chrono::minutes(480)};

/// What is pressed on the page of the soak, in the words of the staff's keys; value: which of
/// kSoakTimes.
inline constexpr auto kSoakKey = visit::touch::Staff::Key::digit;
/// What is pressed while one is under way.
inline constexpr auto kStopKey = visit::touch::Staff::Key::no;

} // namespace kiosk::staff
