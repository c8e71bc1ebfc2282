// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/exposure_guide.h"

#include <cstdlib>

namespace kiosk::visit {

namespace {

using drivers::Exposure;
using drivers::FrameHint;

/// Half a second: a hand that passes by changes nothing.
constexpr int kFramesToBelieve = 15;
constexpr int kMostSteps = 3;

} // namespace

std::optional<Exposure> ExposureGuide::heed(FrameHint hint) {
    frames_ = hint == held_ ? frames_ + 1 : 1;
    held_ = hint;
    const bool calls = hint == FrameHint::dark || hint == FrameHint::glare;
    if (!calls || frames_ < kFramesToBelieve)
        return std::nullopt;
    frames_ = 0;
    const int next = hint == FrameHint::dark ? steps_ + 1 : steps_ - 1;
    if (std::abs(next) > kMostSteps)
        return std::nullopt;
    steps_ = next;
    return hint == FrameHint::dark ? Exposure::brighter : Exposure::darker;
}

} // namespace kiosk::visit
