// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "drivers/face/face_matcher.h"

namespace kiosk::drivers {

/// Where Debian's opencv-data puts the frontal faces' cascade.
inline constexpr const char* kFrontalFaces =
    "/usr/share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml";

/// Guidance by OpenCV's cascade of Haar features. It compares nothing: match() is
/// "face.no-comparison". Error of opening: "face.no-cascade" (configuration) where the file is
/// missing or no cascade.
Result<std::unique_ptr<FaceMatcher>>
openOpencvGuide(const std::filesystem::path& cascade = kFrontalFaces);

} // namespace kiosk::drivers
