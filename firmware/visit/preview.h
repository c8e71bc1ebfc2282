// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/camera/camera.h"
#include "firmware/document/picture.h"

namespace kiosk::visit {

/// A frame as the viewfinder shows it: whole, by a whole factor smaller where it is wider than 640
/// pixels. Pure.
document::SharedPicture previewOf(const drivers::Frame& frame);

} // namespace kiosk::visit
