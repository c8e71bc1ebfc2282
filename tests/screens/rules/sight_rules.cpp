// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/sight_rules.h"

#include <cmath>
#include <numbers>

#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

constexpr double kCapitalShareOfEm = 0.714;
constexpr double kDegrees = 180 / std::numbers::pi;

/// How steeply one looks at a height, up or down, in radians.
double slope(double aboveFloor, const Sight& sight) {
    return std::atan2(std::abs(aboveFloor - sight.eyeAboveFloor), sight.eyeBeforeGlass);
}

/// A length on the glass as it is seen, in minutes of arc: shorter by the slope, and as much
/// further away.
double minutesOf(double length, double radians, const Sight& sight) {
    const double seen = length * std::cos(radians) * std::cos(radians) / sight.eyeBeforeGlass;
    return std::atan(seen) * kDegrees * 60;
}

} // namespace

Findings brokenSightRules(const std::vector<Placed>& screen, const Mounting& mounting,
                          const Sight& sight) {
    Findings broken;
    const double top = mounting.lowerEdge + mounting.heightOfGlass;
    for (const Placed& entry : screen) {
        if (!entry->look.text || entry->name.empty() || entry.beneath)
            continue;
        const double steepest = std::max(slope(top - entry->bounds.y, sight),
                                         slope(top - entry->bounds.bottom(), sight));
        const double capital = entry->look.text->em * kCapitalShareOfEm;
        if (steepest * kDegrees > sight.steepest)
            broken.push_back(kit::format("A25 too steep to be read: {}", nameOf(*entry)));
        else if (minutesOf(capital, steepest, sight) < sight.leastMinutes)
            broken.push_back(kit::format("A25 too small to be read: {}", nameOf(*entry)));
    }
    return broken;
}

} // namespace kiosk::test
