// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/app/kiosk.h"
#include "screens/citizen/screen.h"
#include "screens/kit/draw/assets.h"
#include "screens/staff/screen.h"

namespace kiosk::app {

/// What screens are made with, from the loaded assets, which outlive it.
inline citizen::ScreenContext contextOf(kit::Assets& assets) {
    return {assets.board, assets.catalogue, assets.themes, *assets.typesetter};
}

/// What the kiosk shows now: the staff's screen where their mode is on, else the citizen's.
inline kit::Node screenOf(const Kiosk& kiosk, kit::Assets& assets) {
    if (const auto staff = kiosk.staffView())
        return staff_screens::buildScreen(*staff, kiosk.view(), contextOf(assets));
    return citizen::buildScreen(kiosk.view(), contextOf(assets));
}

} // namespace kiosk::app
