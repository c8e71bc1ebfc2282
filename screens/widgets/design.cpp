// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/design.h"

#include <algorithm>

namespace kiosk::widgets {
namespace {

constexpr double kStep = 4;
constexpr double kLeastTarget = 13;
constexpr double kLeastMainTarget = 20.5;
constexpr double kLeastElderTarget = 25.5;
constexpr double kLeastTargetGap = 2.8;
constexpr double kLeastMainGap = 4;

double share(Density density) {
    switch (density) {
    case Density::roomy:
        return 1;
    case Density::snug:
        return 0.7;
    case Density::tight:
        return 0.4;
    case Density::tightest:
        return 0.1;
    }
    return 1;
}

/// Set tight, the loud voices speak one step lower; body and note keep their size (A1).
kit::TypeRole quieter(kit::TypeRole role) {
    switch (role) {
    case kit::TypeRole::display:
        return kit::TypeRole::title;
    case kit::TypeRole::title:
    case kit::TypeRole::heading:
        return kit::TypeRole::heading;
    case kit::TypeRole::body:
    case kit::TypeRole::note:
        return kit::TypeRole::note;
    }
    return role;
}

} // namespace

double Design::gap(double steps) const {
    return kStep * steps * kit::growth(size) * share(density);
}

double Design::targetGap() const {
    return std::max(kLeastTargetGap, gap(1));
}

double Design::mainGap() const {
    return std::max(kLeastMainGap, gap(1));
}

double Design::target() const {
    return std::max(kLeastTarget, 14 * kit::growth(size) * std::max(0.8, share(density)));
}

double Design::mainTarget() const {
    const double least = version == visit::Version::elder ? kLeastElderTarget : kLeastMainTarget;
    return std::max(least, 26 * kit::growth(size) * std::max(0.75, share(density)));
}

double Design::icon(kit::TypeRole beside) const {
    return text(beside).em * 1.25;
}

kit::TextStyle Design::text(kit::TypeRole role, kit::ColourRole ink, kit::Weight weight,
                            kit::TextAlign align) const {
    const auto voice = density >= Density::tight ? quieter(role) : role;
    return {
        .type = voice, .em = kit::emMm(voice, size), .weight = weight, .ink = ink, .align = align};
}

} // namespace kiosk::widgets
