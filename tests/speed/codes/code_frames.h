// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "drivers/camera/camera.h"

namespace kiosk::speed {

/// A frame of 1280 × 720 and the text in it; none where no code is.
struct CodeFrame {
    drivers::Frame frame;
    std::string text;
};

/// Codes as hands hold them: 300 bytes and a dense 1,200, at angles from −45° to 45°, each clean,
/// blurred a little and more, tilted, under a lamp, in low light, in shade, and all of it together;
/// on clutter. 16 frames; the same seed gives the same.
std::vector<CodeFrame> codeFrames(std::uint64_t seed);

/// Clutter without a code: what the camera sees all day long. 8 frames.
std::vector<CodeFrame> emptyFrames(std::uint64_t seed);

} // namespace kiosk::speed
