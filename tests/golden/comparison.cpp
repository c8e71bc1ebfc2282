// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/comparison.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <cairo.h>

namespace kiosk::tests::golden {

namespace {

using document::Picture;

double level(const Picture& picture, int x, int y, int channel) {
    const int column = std::clamp(x, 0, picture.width - 1);
    const int row = std::clamp(y, 0, picture.height - 1);
    const auto at = static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width) +
                    static_cast<std::size_t>(column);
    return picture.pixels[at] >> static_cast<unsigned>(channel * 8) & 0xFFU;
}

double blurred(const Picture& picture, int x, int y, int channel) {
    double sum = 0;
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx)
            sum += level(picture, x + dx, y + dy, channel);
    }
    return sum / 9;
}

unsigned char* bytesOf(std::vector<std::uint32_t>& pixels) {
    return static_cast<unsigned char*>(static_cast<void*>(pixels.data()));
}

} // namespace

std::optional<Difference> difference(const Picture& a, const Picture& b) {
    if (a.width != b.width || a.height != b.height)
        return std::nullopt;
    Difference found;
    for (int y = 0; y < a.height; ++y) {
        for (int x = 0; x < a.width; ++x) {
            for (int channel = 0; channel < 3; ++channel) {
                const double gap = std::abs(blurred(a, x, y, channel) - blurred(b, x, y, channel));
                found.mean += gap;
                found.most = std::max(found.most, gap);
            }
        }
    }
    found.mean /= 3.0 * a.width * a.height;
    return found;
}

bool isSame(const Difference& difference) {
    constexpr double kMean = 0.6, kMost = 40;
    return difference.mean <= kMean && difference.most <= kMost;
}

std::optional<Picture> readPng(const std::string& path) {
    cairo_surface_t* file = cairo_image_surface_create_from_png(path.c_str());
    std::optional<Picture> read;
    if (cairo_surface_status(file) == CAIRO_STATUS_SUCCESS) {
        Picture picture{
            cairo_image_surface_get_width(file), cairo_image_surface_get_height(file), {}};
        picture.pixels.assign(static_cast<std::size_t>(picture.width) *
                                  static_cast<std::size_t>(picture.height),
                              0xFFFFFFFFU);
        cairo_surface_t* target =
            cairo_image_surface_create_for_data(bytesOf(picture.pixels), CAIRO_FORMAT_ARGB32,
                                                picture.width, picture.height, picture.width * 4);
        cairo_t* context = cairo_create(target);
        cairo_set_source_surface(context, file, 0, 0);
        cairo_paint(context);
        cairo_destroy(context);
        cairo_surface_destroy(target);
        read = std::move(picture);
    }
    cairo_surface_destroy(file);
    return read;
}

void writePng(const std::string& path, const Picture& picture) {
    Picture copy = picture;
    // Opaque: a PNG without an alpha channel is the smaller one.
    cairo_surface_t* surface = cairo_image_surface_create_for_data(
        bytesOf(copy.pixels), CAIRO_FORMAT_RGB24, copy.width, copy.height, copy.width * 4);
    const cairo_status_t status = cairo_surface_write_to_png(surface, path.c_str());
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(path + ": " + cairo_status_to_string(status));
}

} // namespace kiosk::tests::golden
