// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/camera/camera.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers {

/// The brightness of a PNG or JPEG file, recognised by its first bytes; transparent parts are
/// white paper. Errors: "picture.unknown-format", "picture.damaged" (also larger than
/// kLargestPicture); whoever chose the file acts (citizenAgain).
Result<Frame> frameFromPicture(ByteView file);

/// An 8-bit grey PNG file. Error: "picture.empty" (supplier).
Result<Bytes> pngFromFrame(const Frame& frame);

} // namespace kiosk::drivers
