// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/progress.h"

#include <array>

namespace kiosk::stick {

namespace {

constexpr std::array<std::string_view, kStages> kStageNames{"gathering", "admitting", "reading",
                                                            "writing", "comparing"};
constexpr std::array<std::string_view, kStandings> kStandingNames{"newer",   "same",      "older",
                                                                  "foreign", "untrusted", "later"};

} // namespace

std::string_view name(Progress::Stage stage) {
    return kStageNames[static_cast<std::size_t>(stage)];
}

std::string_view name(Standing standing) {
    return kStandingNames[static_cast<std::size_t>(standing)];
}

} // namespace kiosk::stick
