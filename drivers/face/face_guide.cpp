// SPDX-License-Identifier: Apache-2.0
#include "drivers/face/face_matcher.h"

namespace kiosk::drivers {

namespace {

// Of the frame's height.
constexpr double kSmallest = 0.3;
constexpr double kLargest = 0.8;
// Levels, 0 to 255.
constexpr double kDarkest = 60;
constexpr double kBrightest = 220;
constexpr double kSharpEnough = 0.02;

} // namespace

std::string_view name(FaceGuide guide) {
    switch (guide) {
    case FaceGuide::noFace:
        return "no-face";
    case FaceGuide::severalFaces:
        return "several-faces";
    case FaceGuide::tooFar:
        return "too-far";
    case FaceGuide::tooNear:
        return "too-near";
    case FaceGuide::tooDark:
        return "too-dark";
    case FaceGuide::tooBright:
        return "too-bright";
    case FaceGuide::blurred:
        return "blurred";
    case FaceGuide::ready:
        return "ready";
    }
    return "no-face";
}

FaceGuide guideFor(const FaceView& view) {
    if (view.faces <= 0)
        return FaceGuide::noFace;
    if (view.faces > 1)
        return FaceGuide::severalFaces;
    if (view.height < kSmallest)
        return FaceGuide::tooFar;
    if (view.height > kLargest)
        return FaceGuide::tooNear;
    if (view.light < kDarkest)
        return FaceGuide::tooDark;
    if (view.light > kBrightest)
        return FaceGuide::tooBright;
    return view.sharp < kSharpEnough ? FaceGuide::blurred : FaceGuide::ready;
}

} // namespace kiosk::drivers
