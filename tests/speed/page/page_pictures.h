// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/bytes.h"

namespace kiosk::speed {

/// A faint ground of 1240 x 1754 pixels, A4 at 150 dpi, with the grain of a scan; JPEG.
std::string backgroundJpeg();

/// A round red seal of 472 x 472 pixels, 40 mm at 300 dpi, on transparent ground; PNG.
Bytes sealPng();

} // namespace kiosk::speed
