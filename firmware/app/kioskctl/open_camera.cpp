// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/open_camera.h"

#include "drivers/camera/simulated/picture_camera.h"
#include "drivers/camera/v4l2/v4l2_camera.h"

namespace kiosk::app {

Result<std::unique_ptr<drivers::Camera>> openCamera(std::string_view name) {
    constexpr std::string_view kV4l2 = "v4l2:";
    constexpr std::string_view kPicture = "picture:";
    if (name.starts_with(kV4l2))
        return drivers::openV4l2({.path = std::string(name.substr(kV4l2.size()))});
    if (name.starts_with(kPicture))
        return drivers::openPictureFile(name.substr(kPicture.size()));
    return fail(ErrorKind::unsupported, "usage.unknown-camera", Remedy::configuration,
                "v4l2:NODE or picture:FILE");
}

} // namespace kiosk::app
