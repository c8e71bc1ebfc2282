// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/v4l2/luma.h"

#include <linux/videodev2.h>

#include "drivers/camera/jpeg.h"

namespace kiosk::drivers::v4l2 {

namespace {

std::unexpected<Error> damaged(std::string_view detail) {
    return fail(ErrorKind::malformed, "camera.damaged-frame", Remedy::wait, detail);
}

/// Takes every `step`-th byte of each line.
Result<Frame> lumaFromLines(const FrameLayout& layout, ByteView buffer, std::size_t step) {
    const auto width = static_cast<std::size_t>(layout.width);
    const auto height = static_cast<std::size_t>(layout.height);
    const auto stride = static_cast<std::size_t>(layout.bytesPerLine);
    if (width == 0 || height == 0 || stride < width * step)
        return damaged("layout without room for its pixels");
    if (buffer.size() < (height - 1) * stride + width * step)
        return damaged("buffer cut short");
    Frame frame{layout.width, layout.height, std::vector<std::uint8_t>(width * height)};
    std::uint8_t* to = frame.luma.data();
    for (std::size_t y = 0; y < height; ++y) {
        const ByteView line = buffer.subspan(y * stride, width * step);
        for (std::size_t x = 0; x < line.size(); x += step)
            *to++ = static_cast<std::uint8_t>(line[x]);
    }
    return frame;
}

Result<Frame> lumaFromJpeg(const FrameLayout& layout, ByteView buffer) {
    std::optional<Frame> frame = decodeJpeg(buffer);
    if (!frame)
        return damaged("JPEG with errors");
    if (frame->width != layout.width || frame->height != layout.height)
        return damaged("JPEG of another size");
    return *std::move(frame);
}

} // namespace

std::uint32_t fourCc(PixelFormat format) {
    switch (format) {
    case PixelFormat::grey:
        return V4L2_PIX_FMT_GREY;
    case PixelFormat::nv12:
        return V4L2_PIX_FMT_NV12;
    case PixelFormat::yuyv:
        return V4L2_PIX_FMT_YUYV;
    case PixelFormat::mjpg:
        return V4L2_PIX_FMT_MJPEG;
    }
    return 0;
}

std::optional<PixelFormat> pixelFormat(std::uint32_t code) {
    for (const PixelFormat format : kPixelFormats) {
        if (fourCc(format) == code)
            return format;
    }
    return std::nullopt;
}

std::string_view name(PixelFormat format) {
    switch (format) {
    case PixelFormat::grey:
        return "GREY";
    case PixelFormat::nv12:
        return "NV12";
    case PixelFormat::yuyv:
        return "YUYV";
    case PixelFormat::mjpg:
        return "MJPG";
    }
    return {};
}

Result<Frame> lumaOf(const FrameLayout& layout, ByteView buffer) {
    switch (layout.format) {
    case PixelFormat::grey:
    case PixelFormat::nv12: // the brightness plane comes first
        return lumaFromLines(layout, buffer, 1);
    case PixelFormat::yuyv:
        return lumaFromLines(layout, buffer, 2);
    case PixelFormat::mjpg:
        return lumaFromJpeg(layout, buffer);
    }
    return damaged("unknown format");
}

} // namespace kiosk::drivers::v4l2
