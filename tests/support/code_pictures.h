// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "drivers/camera/camera.h"

namespace kiosk::tests {

/// How a QR code stands before the camera. The same description always gives the same picture.
struct CodePicture {
    int width = 640;
    int height = 480;
    double modulePixels = 6;
    double degrees = 0;      ///< turned in the picture's plane
    double tilt = 0;         ///< perspective: 0.3 makes the far side 30 % smaller
    double blurPixels = 0;   ///< radius of the blur, poor focus
    double noise = 0;        ///< standard deviation of the grain, in levels
    double contrast = 1;     ///< 1: black on white
    double damagedShare = 0; ///< of the code's area, covered by blots
    double shading = 0;      ///< light falling off from left to right: 0.5 leaves half of it
    double glare = 0;        ///< a spot of light beside the middle: 1 drowns what is under it
    enum class Correction { low, medium } correction = Correction::medium; ///< ISO/IEC 18004 L, M
    enum class Ink { darkOnLight, lightOnDark } ink = Ink::darkOnLight;
    std::uint64_t seed = 1; ///< of the background, the grain and the blots
};

/// A frame with `text` as a QR code on a ground of grey stripes.
drivers::Frame drawCode(std::string_view text, const CodePicture& how = {});

/// The same on another ground, of the size of the picture.
drivers::Frame drawCode(std::string_view text, const CodePicture& how,
                        const drivers::Frame& ground);

/// The stripes alone.
drivers::Frame groundFrame(int width, int height, std::uint64_t seed = 1);

/// A frame of one brightness.
drivers::Frame plainFrame(int width, int height, int level);

} // namespace kiosk::tests
