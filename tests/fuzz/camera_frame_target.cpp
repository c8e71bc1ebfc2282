// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/picture_file.h"
#include "drivers/camera/v4l2/luma.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using namespace kiosk::drivers;

/// Four bytes say how the buffer is laid out, the rest is the buffer; the whole input is tried as a
/// picture file as well.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static_cast<void>(frameFromPicture(fuzz::input(data, size)));
    if (size < 4)
        return 0;
    const v4l2::FrameLayout layout{v4l2::kPixelFormats[data[0] % v4l2::kPixelFormats.size()],
                                   data[1], data[2], data[3]};
    const auto frame = v4l2::lumaOf(layout, fuzz::input(data, size).subspan(4));
    if (frame)
        fuzz::expectAlways(frame->luma.size() == static_cast<std::size_t>(layout.width) *
                                                     static_cast<std::size_t>(layout.height));
    return 0;
}
