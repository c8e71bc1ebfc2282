// SPDX-License-Identifier: Apache-2.0
#include "tests/support/camera_pictures.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace kiosk::tests {

using drivers::Frame;
using drivers::v4l2::PixelFormat;

namespace {

constexpr std::uint8_t kNoColour = 128;
constexpr std::uint8_t kGround = 96;

std::size_t pixels(int width, int height) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

Bytes bytesOfLuma(const Frame& frame) {
    const auto view = std::as_bytes(std::span(frame.luma));
    return {view.begin(), view.end()};
}

Bytes yuyvOf(const Frame& frame) {
    Bytes bytes;
    bytes.reserve(2 * frame.luma.size());
    for (const std::uint8_t level : frame.luma) {
        bytes.push_back(std::byte{level});
        bytes.push_back(std::byte{kNoColour});
    }
    return bytes;
}

} // namespace

Frame gradientFrame(int width, int height) {
    Frame frame{width, height, {}};
    frame.luma.reserve(pixels(width, height));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            frame.luma.push_back(static_cast<std::uint8_t>(155 * x / width + 100 * y / height));
    }
    return frame;
}

double meanDifference(const Frame& a, const Frame& b) {
    if (a.width != b.width || a.height != b.height || a.luma.empty())
        return 255;
    double sum = 0;
    for (std::size_t i = 0; i < a.luma.size(); ++i)
        sum += std::abs(int{a.luma[i]} - int{b.luma[i]});
    return sum / static_cast<double>(a.luma.size());
}

Bytes jpegOf(const Frame& frame) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &memory, &size);
    info.image_width = static_cast<JDIMENSION>(frame.width);
    info.image_height = static_cast<JDIMENSION>(frame.height);
    info.input_components = 1;
    info.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&info);
    jpeg_start_compress(&info, TRUE);
    for (int y = 0; y < frame.height; ++y) {
        std::vector<std::uint8_t> row(frame.row(y).begin(), frame.row(y).end());
        JSAMPROW start = row.data();
        jpeg_write_scanlines(&info, &start, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    const auto written = std::as_bytes(std::span(memory, size));
    Bytes file(written.begin(), written.end());
    std::free(memory);
    return file;
}

Bytes packed(const Frame& frame, PixelFormat format) {
    Bytes bytes;
    switch (format) {
    case PixelFormat::grey:
        return bytesOfLuma(frame);
    case PixelFormat::nv12:
        bytes = bytesOfLuma(frame);
        bytes.resize(bytes.size() + bytes.size() / 2, std::byte{kNoColour});
        return bytes;
    case PixelFormat::yuyv:
        return yuyvOf(frame);
    case PixelFormat::mjpg:
        return jpegOf(frame);
    }
    return bytes;
}

int bytesPerLine(int width, PixelFormat format) {
    switch (format) {
    case PixelFormat::grey:
    case PixelFormat::nv12:
        return width;
    case PixelFormat::yuyv:
        return 2 * width;
    case PixelFormat::mjpg:
        return 0;
    }
    return 0;
}

Frame fitted(const Frame& frame, int width, int height) {
    if (frame.width == width && frame.height == height)
        return frame;
    Frame result{width, height, std::vector<std::uint8_t>(pixels(width, height), kGround)};
    if (frame.luma.empty())
        return result;
    const double scale = std::max(static_cast<double>(frame.width) / width,
                                  static_cast<double>(frame.height) / height);
    const int left = (width - static_cast<int>(frame.width / scale)) / 2;
    const int top = (height - static_cast<int>(frame.height / scale)) / 2;
    auto to = result.luma.begin();
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x, ++to) {
            const int fromX = static_cast<int>((x - left + 0.5) * scale);
            const int fromY = static_cast<int>((y - top + 0.5) * scale);
            if (x >= left && y >= top && fromX < frame.width && fromY < frame.height)
                *to = frame.row(fromY)[static_cast<std::size_t>(fromX)];
        }
    }
    return result;
}

} // namespace kiosk::tests
