// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "drivers/camera/camera.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers {

/// How a face stands before the camera. Measures alone: nothing in here tells one face from
/// another.
struct FaceView {
    int faces = 0;     ///< of the largest one the rest is said
    double height = 0; ///< share of the frame's height
    double light = 0;  ///< mean level of the face, 0 to 255
    double sharp = 0;  ///< energy of its finest details beside that of all: 0 none
};

/// The one thing to be mended first, or `ready`.
enum class FaceGuide { noFace, severalFaces, tooFar, tooNear, tooDark, tooBright, blurred, ready };
std::string_view name(FaceGuide guide); ///< "too-far", as in texts

/// What a person is asked to do. Pure.
FaceGuide guideFor(const FaceView& view);

/// What a comparison came to. Unknown is never a match.
enum class FaceMatch { same, different, unknown };

/// Guides a person to a picture in which a face can be compared (R2), and compares it where there
/// is somebody who may: the authority or a supplier's module. It keeps no picture: a frame is not
/// used after the call. Who declines, or is not matched, goes another way; that is the visit's
/// business. One thread.
class FaceMatcher {
public:
    virtual ~FaceMatcher() = default;
    virtual FaceView look(const Frame& frame) = 0;
    /// Compares the face in the frame with the picture of a document, in the form the module
    /// expects. Errors: "face.no-comparison" (supplier) where a module only guides.
    virtual Result<FaceMatch> match(const Frame& frame, ByteView reference) = 0;
};

} // namespace kiosk::drivers
