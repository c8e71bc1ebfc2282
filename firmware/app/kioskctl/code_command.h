// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/app/kioskctl/command.h"

namespace kiosk::app {

/// "code read": reads the code in a picture, says what it is and, with a trust list, whether its
/// region signed it. Exit codes with a trust list are those of a verification.
Result<int> readCodeInPicture(const Arguments& arguments);

} // namespace kiosk::app
