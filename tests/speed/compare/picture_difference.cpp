// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/compare/picture_difference.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <span>
#include <vector>

#include <tiffio.h>

namespace kiosk::speed {

namespace {

/// Red, green, blue of each pixel, rows from the top.
struct Samples {
    unsigned width = 0, height = 0;
    std::vector<std::uint8_t> values;

    std::span<const std::uint8_t> row(unsigned y) const {
        return std::span(values).subspan(std::size_t{3} * width * y, std::size_t{3} * width);
    }
};

struct CloseTiff {
    void operator()(TIFF* file) const { TIFFClose(file); }
};

std::unexpected<Error> notComparable(const std::filesystem::path& file) {
    return fail(ErrorKind::malformed, "speed.not-comparable", Remedy::supplier,
                file.filename().string());
}

Result<Samples> readPixelMap(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string magic;
    unsigned most = 0;
    Samples samples;
    file >> magic >> samples.width >> samples.height >> most;
    file.get(); // the one blank before the samples
    if (magic != "P6" || most != 255 || !file)
        return notComparable(path);
    samples.values.resize(std::size_t{3} * samples.width * samples.height);
    for (std::uint8_t& value : samples.values)
        value = static_cast<std::uint8_t>(file.get());
    if (!file)
        return notComparable(path);
    return samples;
}

Result<Samples> readTiff(const std::filesystem::path& path) {
    const std::unique_ptr<TIFF, CloseTiff> file(TIFFOpen(path.c_str(), "r"));
    Samples samples;
    if (!file || TIFFGetField(file.get(), TIFFTAG_IMAGEWIDTH, &samples.width) != 1 ||
        TIFFGetField(file.get(), TIFFTAG_IMAGELENGTH, &samples.height) != 1)
        return notComparable(path);
    std::vector<std::uint32_t> pixels(std::size_t{samples.width} * samples.height);
    if (TIFFReadRGBAImageOriented(file.get(), samples.width, samples.height, pixels.data(),
                                  ORIENTATION_TOPLEFT, 1) != 1)
        return notComparable(path);
    for (const std::uint32_t pixel : pixels) {
        samples.values.push_back(TIFFGetR(pixel));
        samples.values.push_back(TIFFGetG(pixel));
        samples.values.push_back(TIFFGetB(pixel));
    }
    return samples;
}

/// One may round a page's last part of a pixel up where the other leaves it out.
bool sizesAgree(const Samples& one, const Samples& other) {
    const auto apart = [](unsigned a, unsigned b) { return std::max(a, b) - std::min(a, b); };
    return apart(one.width, other.width) <= 1 && apart(one.height, other.height) <= 1 &&
           !one.values.empty() && !other.values.empty();
}

void addRow(PictureDifference& sums, std::span<const std::uint8_t> one,
            std::span<const std::uint8_t> other) {
    constexpr int kFarApart = 32;
    for (std::size_t i = 0; i < one.size(); ++i) {
        const int apart = std::abs(int{one[i]} - int{other[i]});
        sums.mean += apart;
        sums.most = std::max(sums.most, apart);
        sums.farApart += apart > kFarApart ? 1 : 0;
    }
}

} // namespace

Result<PictureDifference> differenceOf(const std::filesystem::path& pixelMap,
                                       const std::filesystem::path& tiff) {
    const Samples one = TRY(readPixelMap(pixelMap));
    const Samples other = TRY(readTiff(tiff));
    if (!sizesAgree(one, other))
        return notComparable(tiff);
    const std::size_t width = std::size_t{3} * std::min(one.width, other.width);
    const unsigned height = std::min(one.height, other.height);
    PictureDifference sums;
    for (unsigned y = 0; y < height; ++y)
        addRow(sums, one.row(y).first(width), other.row(y).first(width));
    const double samples = static_cast<double>(width) * height;
    return PictureDifference{sums.mean / samples, sums.most, sums.farApart / samples};
}

} // namespace kiosk::speed
