// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/camera.h"

namespace kiosk::drivers {

// As every call into a device is given it. NOLINTNEXTLINE(performance-unnecessary-value-param)
Result<> Camera::expose(Exposure, std::stop_token) {
    return fail(ErrorKind::unsupported, "camera.no-exposure", Remedy::supplier);
}

} // namespace kiosk::drivers
