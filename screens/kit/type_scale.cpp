// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/type_scale.h"

#include <array>

namespace kiosk::kit {
namespace {

constexpr double kCapitalShareOfEm = 0.714;
constexpr std::size_t kRoles = 5;
constexpr std::size_t kSizes = 4;

// Rows: small, normal, large, largest. Columns: display, title, heading, body, note.
constexpr std::array<std::array<double, kRoles>, kSizes> kCapHeights{{
    {9.6, 6.6, 4.9, 4.0, 3.6},
    {11.2, 7.8, 5.9, 5.2, 4.85},
    {12.4, 9.0, 7.4, 6.9, 6.45},
    {13.2, 10.4, 9.2, 8.7, 8.5},
}};

} // namespace

double capHeightMm(TypeRole role, visit::TextSize size) {
    return kCapHeights[static_cast<std::size_t>(size)][static_cast<std::size_t>(role)];
}

double emMm(TypeRole role, visit::TextSize size) {
    return capHeightMm(role, size) / kCapitalShareOfEm;
}

double growth(visit::TextSize size) {
    static constexpr std::array<double, kSizes> kGrowth{0.9, 1.0, 1.14, 1.28};
    return kGrowth[static_cast<std::size_t>(size)];
}

} // namespace kiosk::kit
