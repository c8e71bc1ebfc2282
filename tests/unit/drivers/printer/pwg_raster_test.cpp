// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/pwg/pwg_raster.h"
#include "tests/support/raster_reader.h"

using namespace kiosk;
using namespace kiosk::drivers;

namespace {

/// Runs and single dots, another picture on each page: what an encoder can get wrong.
Result<RasterPage> pattern(int page, const RasterForm& form) {
    RasterPage drawn{.width = form.width, .height = form.height};
    for (int y = 0; y < form.height; ++y)
        for (int x = 0; x < form.width; ++x)
            drawn.dots.push_back(static_cast<std::byte>(y % 5 == 0 ? x * y + page : y / 7));
    return drawn;
}

} // namespace

TEST_CASE("pages go as A4 of 8-bit grey, dot for dot, one-sided") {
    const auto stream = pwg::toPwgRaster({.pages = 2, .drawPage = pattern}, 150);
    REQUIRE(stream);
    CHECK(toText(ByteView(*stream).first(4)) == "RaS2");
    const auto pages = tests::readRaster(*stream);
    REQUIRE(pages.size() == 2);
    for (int page = 0; page < 2; ++page) {
        const tests::ReadPage& read = pages[static_cast<std::size_t>(page)];
        CHECK(read.width == 1240);
        CHECK(read.height == 1753);
        CHECK(read.dotsPerInch == 150);
        CHECK(read.bitsPerPixel == 8);
        CHECK(read.media == "iso_a4_210x297mm");
        CHECK_FALSE(read.twoSided);
        CHECK((read.dots == pattern(page, pwg::a4Form(150))->dots)); // not for printing
    }
}

TEST_CASE("a document that draws no dots, or others than asked for, is refused") {
    CHECK(pwg::toPwgRaster({.pdf = toBytes("%PDF-1.5")}, 150).error().code() ==
          "printer.format-refused");
    const auto small = [](int, const RasterForm&) -> Result<RasterPage> {
        return RasterPage{.width = 2, .height = 2, .dots = Bytes(4)};
    };
    CHECK(pwg::toPwgRaster({.drawPage = small}, 150).error().code() == "printer.format-refused");
    const auto broken = [](int, const RasterForm&) -> Result<RasterPage> {
        return fail(ErrorKind::malformed, "document.page", Remedy::attendant);
    };
    CHECK(pwg::toPwgRaster({.drawPage = broken}, 150).error().code() == "document.page");
}
