// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/visit/visit_view.h"

namespace kiosk::speech {

/// Loudness against the usual one, which is 65 dB SPL, in decibels: from 20 to 100 dB SPL, no step
/// above 10 (A35; VVSG 2.0 7.1-K).
inline constexpr std::array kGainsDb{-45.0, -36.0, -27.0, -18.0, -9.0, 0.0, 9.0, 18.0, 27.0, 35.0};
inline constexpr double kUsualSoundLevelDb = 65;

/// Rate in percent of the usual one (A36).
inline constexpr std::array kRatesPercent{50, 75, 100, 125, 150, 175, 200};

using Steps = visit::SpeechSettings;
static_assert(kGainsDb.size() == Steps::kLoudest - Steps::kSoftest + 1);
static_assert(kRatesPercent.size() == Steps::kFastest - Steps::kSlowest + 1);

/// `step` as in SpeechSettings::volumeStep.
constexpr double gainDb(int step) {
    return kGainsDb[static_cast<std::size_t>(step - Steps::kSoftest)];
}
/// `step` as in SpeechSettings::rateStep.
constexpr int ratePercent(int step) {
    return kRatesPercent[static_cast<std::size_t>(step - Steps::kSlowest)];
}

static_assert(gainDb(0) == 0 && ratePercent(0) == 100);

} // namespace kiosk::speech
