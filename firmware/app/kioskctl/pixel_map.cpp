// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/pixel_map.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>
#include <memory>

namespace kiosk::app {

namespace {

/// High enough that few shapes are drawn in two bands, low enough to stay in a processor's cache.
constexpr int kBandHeight = 256;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::unexpected<Error> notWritten(const std::string& target) {
    return fail(ErrorKind::storage, "file.write", Remedy::technician, target);
}

/// Red, green and blue in memory's order on the little-endian machines we run on.
std::uint32_t rgbOf(std::uint32_t pixel) {
    return std::byteswap(pixel) >> 8U;
}

/// Four pixels in three words.
void pack(const std::uint32_t* from, std::uint32_t* to) {
    to[0] = rgbOf(from[0]) | rgbOf(from[1]) << 24U;
    to[1] = rgbOf(from[1]) >> 8U | rgbOf(from[2]) << 16U;
    to[2] = rgbOf(from[2]) >> 16U | rgbOf(from[3]) << 8U;
}

/// Three bytes a pixel, one after another; the last word may have some to spare.
void toRgb(const std::vector<std::uint32_t>& pixels, std::vector<std::uint32_t>& rgb) {
    const std::size_t whole = pixels.size() / 4;
    rgb.resize((whole + 1) * 3);
    for (std::size_t group = 0; group < whole; ++group)
        pack(&pixels[4 * group], &rgb[3 * group]);
    std::array<std::uint32_t, 4> rest{};
    std::copy(pixels.begin() + static_cast<std::ptrdiff_t>(4 * whole), pixels.end(), rest.begin());
    pack(rest.data(), &rgb[3 * whole]);
}

} // namespace

Result<> writePixelMap(const std::string& target, reading::OpenedFile& opened, std::size_t page,
                       document::Dpi density) {
    const File file(std::fopen(target.c_str(), "wb"));
    if (!file)
        return notWritten(target);
    std::setvbuf(file.get(), nullptr, _IONBF, 0); // a band is written in one piece
    std::vector<std::uint32_t> rgb;
    const auto write = [&](const document::Band& band) -> Result<> {
        if (band.top == 0)
            std::fprintf(file.get(), "P6\n%d %d\n255\n", band.rows.width, band.pageHeight);
        toRgb(band.rows.pixels, rgb);
        const std::size_t size = band.rows.pixels.size() * 3;
        if (std::fwrite(rgb.data(), 1, size, file.get()) != size)
            return notWritten(target);
        return {};
    };
    return opened.drawInBands(page, density, kBandHeight, write);
}

} // namespace kiosk::app
