// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/picture.h"

namespace kiosk::test {

/// A page that looks like a licence, and what a camera might see: drawn here, of nobody.
document::SharedPicture examplePage();
document::SharedPicture exampleCameraPicture();

} // namespace kiosk::test
