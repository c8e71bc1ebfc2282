// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/event_words.h"
#include "firmware/health/bring.h"
#include "firmware/health/health.h"

namespace kiosk::health {

/// Closed lists, each in the order of its enum: what an outlet may say of such a fact, and the
/// schema says that it may.
inline constexpr std::array<std::string_view, kDeviceWords> kDeviceWordNames{
    "online",    "offline",    "powerOff",     "noDevice",       "hardwareError",
    "userError", "deviceBusy", "fraudAttempt", "potentialFraud", "starting"};
inline constexpr std::array<std::string_view, kParts> kPartNames{
    "cardReader",  "printer",     "camera",    "receiptPrinter",
    "auxiliaries", "codeScanner", "staffCards"};
inline constexpr std::array<std::string_view, kLayers> kLayerNames{"link", "address", "name",
                                                                   "tls",  "service", "time"};
inline constexpr std::array<std::string_view, kClockWords> kClockWordNames{"plausible", "behind",
                                                                           "ahead"};
inline constexpr std::array<std::string_view, 4> kPaperNames{"full", "low", "out", "jammed"};
inline constexpr std::array<std::string_view, 3> kTonerNames{"full", "low", "out"};
inline constexpr std::array<std::string_view, 6> kRemedyNames{
    "citizen", "attendant", "technician", "configuration", "supplier", "wait"};
inline constexpr std::array<std::string_view, kKeyPlaces> kKeyPlaceNames{"tpm", "file"};
inline constexpr std::array<std::string_view, kAtRests> kAtRestNames{"encrypted", "plain",
                                                                     "plainBesideTpm"};

inline constexpr std::array<std::string_view, kTrials> kTrialNames{"cardReader", "printer",
                                                                   "camera", "screen", "soak"};
inline constexpr std::array<std::string_view, kTrialEnds> kTrialEndNames{"passed", "failed",
                                                                         "brokenOff"};
inline constexpr std::array<std::string_view, kStaffRoles> kStaffRoleNames = events::kStaffRoles;

/// What a thread was at when the kiosk ended, and "none" for an end without such a place.
inline constexpr std::array<std::string_view, kPlaceNames.size() + 1> kEndPlaceNames = [] {
    std::array<std::string_view, kPlaceNames.size() + 1> names{"none"};
    for (std::size_t i = 0; i < kPlaceNames.size(); ++i)
        names[i + 1] = kPlaceNames[i];
    return names;
}();

inline constexpr std::array<std::string_view, kBrings> kBringNames{
    "nothing", "cabinetKey", "paper", "toner", "cable", "device", "disk", "trustKit"};

} // namespace kiosk::health
