// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/pwg/pwg_raster.h"

#include <memory>

#include "drivers/printer/pwg/late_cups_raster.h"

namespace kiosk::drivers::pwg {

namespace {

struct RasterCloser {
    void operator()(cups_raster_t* raster) const { cupsRasterClose(raster); }
};
using Raster = std::unique_ptr<cups_raster_t, RasterCloser>;

ssize_t append(void* stream, unsigned char* data, std::size_t size) {
    const ByteView bytes = std::as_bytes(std::span(data, size));
    auto& whole = *static_cast<Bytes*>(stream);
    whole.insert(whole.end(), bytes.begin(), bytes.end());
    return static_cast<ssize_t>(size);
}

cups_page_header2_t a4Header(int dotsPerInch) {
    cups_page_header2_t header{};
    cupsRasterInitPWGHeader(&header, pwgMediaForPWG("iso_a4_210x297mm"), "sgray_8", dotsPerInch,
                            dotsPerInch, "one-sided", nullptr);
    return header;
}

std::unexpected<Error> noRaster(std::string_view why) {
    return fail(ErrorKind::unsupported, "printer.format-refused", Remedy::supplier, why);
}

Result<> writePage(cups_raster_t* raster, cups_page_header2_t& header, RasterPage page) {
    if (page.width != static_cast<int>(header.cupsWidth) ||
        page.height != static_cast<int>(header.cupsHeight) ||
        page.dots.size() != std::size_t{header.cupsWidth} * header.cupsHeight)
        return noRaster("a page of another size than it was asked for");
    auto* dots = reinterpret_cast<unsigned char*>(page.dots.data());
    const auto size = static_cast<unsigned>(page.dots.size());
    if (cupsRasterWriteHeader2(raster, &header) == 0 ||
        cupsRasterWritePixels(raster, dots, size) != size)
        return noRaster("the raster writer failed");
    return {};
}

} // namespace

RasterForm a4Form(int dotsPerInch) {
    const cups_page_header2_t header = a4Header(dotsPerInch);
    return {.width = static_cast<int>(header.cupsWidth),
            .height = static_cast<int>(header.cupsHeight),
            .dotsPerInch = dotsPerInch};
}

Result<Bytes> toPwgRaster(const PrintDocument& document, int dotsPerInch) {
    if (!document.drawPage)
        return noRaster("pages as dots are wanted");
    Bytes stream;
    Raster raster(cupsRasterOpenIO(append, &stream, CUPS_RASTER_WRITE_PWG));
    cups_page_header2_t header = a4Header(dotsPerInch);
    for (int page = 0; page < document.pages; ++page)
        TRY(writePage(raster.get(), header, TRY(document.drawPage(page, a4Form(dotsPerInch)))));
    raster.reset(); // writes what it still holds
    return stream;
}

} // namespace kiosk::drivers::pwg
