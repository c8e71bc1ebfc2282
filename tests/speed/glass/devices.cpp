// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/glass/devices.h"

#include "drivers/camera/picture_file.h"
#include "firmware/base/files.h"

namespace kiosk::speed {

namespace {

drivers::Frame emptyDesk() {
    constexpr int kWidth = 320;
    constexpr int kHeight = 240;
    constexpr std::uint8_t kWood = 150;
    return {.width = kWidth,
            .height = kHeight,
            .luma = std::vector<std::uint8_t>(std::size_t{kWidth} * kHeight, kWood)};
}

} // namespace

Result<Devices> Devices::plugIn(const std::filesystem::path& folder) {
    Devices devices;
    devices.printer_ = TRY(tests::IppEvePrinter::start({}));
    devices.picture_ = folder / "desk.png";
    TRY(writeFile(devices.picture_, TRY(drivers::pngFromFrame(emptyDesk()))));
    return devices;
}

} // namespace kiosk::speed
