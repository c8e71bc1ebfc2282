// SPDX-License-Identifier: Apache-2.0
#include "tests/support/raster_reader.h"

#include <algorithm>
#include <memory>

#include <cups/raster.h>

namespace kiosk::tests {

namespace {

ssize_t give(void* rest, unsigned char* to, std::size_t most) {
    auto& bytes = *static_cast<ByteView*>(rest);
    const std::size_t count = std::min(most, bytes.size());
    std::ranges::copy(bytes.first(count), std::as_writable_bytes(std::span(to, count)).begin());
    bytes = bytes.subspan(count);
    return static_cast<ssize_t>(count);
}

} // namespace

std::vector<ReadPage> readRaster(ByteView stream) {
    std::vector<ReadPage> pages;
    const std::unique_ptr<cups_raster_t, void (*)(cups_raster_t*)> raster(
        cupsRasterOpenIO(give, &stream, CUPS_RASTER_READ), cupsRasterClose);
    cups_page_header2_t header{};
    while (raster && cupsRasterReadHeader2(raster.get(), &header) != 0) {
        ReadPage page{.width = header.cupsWidth,
                      .height = header.cupsHeight,
                      .dotsPerInch = header.HWResolution[0],
                      .bitsPerPixel = header.cupsBitsPerPixel,
                      .media = header.cupsPageSizeName,
                      .twoSided = header.Duplex != 0};
        page.dots.resize(std::size_t{header.cupsBytesPerLine} * header.cupsHeight);
        cupsRasterReadPixels(raster.get(), reinterpret_cast<unsigned char*>(page.dots.data()),
                             static_cast<unsigned>(page.dots.size()));
        pages.push_back(std::move(page));
    }
    return pages;
}

} // namespace kiosk::tests
