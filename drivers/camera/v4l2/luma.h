// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "drivers/camera/camera.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers::v4l2 {

/// The picture formats this module takes: what scan heads, camera processors and UVC cameras send.
enum class PixelFormat {
    grey, ///< brightness only
    nv12, ///< brightness plane, then half-size colour plane
    yuyv, ///< brightness in every even byte
    mjpg, ///< one JPEG per frame
};

inline constexpr std::array kPixelFormats{PixelFormat::grey, PixelFormat::nv12, PixelFormat::yuyv,
                                          PixelFormat::mjpg};

/// V4L2's four-character code (VIDIOC_ENUM_FMT, "pixelformat"), and back.
std::uint32_t fourCc(PixelFormat format);
std::optional<PixelFormat> pixelFormat(std::uint32_t fourCc);
std::string_view name(PixelFormat format); ///< "GREY", as V4L2 writes it

/// How the driver says its buffers are laid out.
struct FrameLayout {
    PixelFormat format = PixelFormat::grey;
    int width = 0;
    int height = 0;
    int bytesPerLine = 0; ///< may exceed what the pixels need; 0 for mjpg

    bool operator==(const FrameLayout&) const = default;
};

/// The brightness in one filled buffer. Pure. A buffer with less than the layout needs, or a
/// damaged JPEG, is "camera.damaged-frame" (wait).
Result<Frame> lumaOf(const FrameLayout& layout, ByteView buffer);

} // namespace kiosk::drivers::v4l2
