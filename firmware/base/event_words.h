// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "firmware/base/whereabouts.h"

/// Closed lists of words that may be said beside an event. Those that name the values of a type of
/// another room are in the order of that type, and that room takes or proves its names from here.
namespace kiosk::events {

/// The steps of a visit, in the order of visit::State.
inline constexpr std::array<std::string_view, 27> kVisitSteps{
    "start",        "identify",    "searching",    "choose",        "find",     "chooseMatter",
    "askingGrants", "opening",     "look",         "choosePurpose", "printing", "interrupted",
    "take",         "offerToKeep", "keeping",      "kept",          "scan",     "checkingCopy",
    "copyVerdict",  "trouble",     "outOfService", "secondPerson",  "help",     "companionCard",
    "holderCard",   "consent",     "confirmPrint"};

inline constexpr std::array<std::string_view, 2> kPlugged{"arrived", "left"};
inline constexpr std::array<std::string_view, 2> kLeftThings{"card", "sheet"};
/// staff::Role.
inline constexpr std::array<std::string_view, 3> kStaffRoles{"attendant", "technician",
                                                             "supervisor"};
inline constexpr std::array<std::string_view, 8> kStaffModes{
    "opened",       "closed",        "locked",          "wrongPin",
    "olderAllowed", "exportToStick", "updateFromStick", "acceptPart"};
/// staff::GuidedTest.
inline constexpr std::array<std::string_view, 4> kGuidedTests{"cardReader", "printer", "camera",
                                                              "screen"};
/// By what a part of the cabinet is known again (drivers::DeviceIdentity).
inline constexpr std::array<std::string_view, 5> kPartMarks{"module", "model", "serial", "firmware",
                                                            "port"};
/// The languages of assets/texts.
inline constexpr std::array<std::string_view, 5> kLanguages{"zh-CN", "zh-Hant", "en", "ug", "bo"};

} // namespace kiosk::events
