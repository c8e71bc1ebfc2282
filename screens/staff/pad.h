// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/staff/staff_page.h"

namespace kiosk::staff_screens {

struct Pad {
    bool canType = true;
    bool canErase = false;
    bool canEnter = false;
    bool isPrivate = false; ///< where the focus is tells what is typed
};

/// Digits, 1 to 9 as on a telephone and 0 below in the middle, between erasing and entering.
kit::Node pad(const Page& page, const Pad& pad);

/// What has been typed, in a field of its own: shown, and told in its words. `told` names it.
kit::Node typedField(const Page& page, std::string id, std::string shown, kit::TypeRole role,
                     const kit::Phrase& told);

} // namespace kiosk::staff_screens
