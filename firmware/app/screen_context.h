// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/citizen/screen.h"
#include "screens/kit/draw/assets.h"

namespace kiosk::app {

/// What screens are made with, from the loaded assets, which outlive it.
inline citizen::ScreenContext contextOf(kit::Assets& assets) {
    return {assets.board, assets.catalogue, assets.themes, *assets.typesetter};
}

} // namespace kiosk::app
