// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "drivers/camera/camera.h"

namespace kiosk::tests {

/// Grey levels, 0 to 255, row by row.
struct GreyPicture {
    int width = 0;
    int height = 0;
    std::vector<double> levels;

    /// Between the pixels; white outside.
    double at(double x, double y) const;
};

/// One way from the printer to the kiosk's camera over an office copier. The same seed always gives
/// the same.
struct CopierWay {
    double scanTilt = 0;    ///< degrees, as the sheet lies on the glass
    double scanBlur = 0;    ///< radius in pixels, of the copier's lens
    double scanNoise = 0;   ///< standard deviation, levels
    double threshold = 128; ///< the copier knows black and white alone
    int specks = 0;         ///< of dirt, up to a millimetre wide
    double cameraTilt = 0;  ///< degrees, as the copy is held
    double cameraScale = 1; ///< camera pixels for one of the copy's
    double cameraBlur = 0;
    double cameraNoise = 0;
    double cameraContrast = 1;
    std::uint64_t seed = 1;
};

/// The range of offices and hands that must be coped with, drawn by the seed.
CopierWay copierWay(std::uint64_t seed);

/// What the camera sees of the copy: a sheet scanned, copied in black and white, held up.
drivers::Frame photocopied(const GreyPicture& sheet, const CopierWay& way);

} // namespace kiosk::tests
