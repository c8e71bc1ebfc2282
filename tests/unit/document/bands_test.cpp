// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/bands.h"
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::document;
using kiosk::tests::openOfd;

namespace {

constexpr Dpi kDensity{254}; // ten pixels a millimetre

/// Shapes that lie across any band's edge, among them a line thicker than its path is high, mitres
/// that reach far, and one of many steps, drawn with coarser edges.
std::string manyShapes() {
    std::string page =
        R"(<ofd:PathObject ID="10" Boundary="0 0 100 60" LineWidth="9"><ofd:AbbreviatedData>)"
        R"(M 5 30 L 95 30</ofd:AbbreviatedData></ofd:PathObject>)"
        R"(<ofd:PathObject ID="11" Boundary="0 0 100 60" LineWidth="2" MiterLimit="20">)"
        R"(<ofd:AbbreviatedData>M 60 50 L 62 20 L 64 50</ofd:AbbreviatedData></ofd:PathObject>)"
        R"(<ofd:PathObject ID="12" Boundary="10 5 30 20" Fill="true" CTM="0 3 -3 0 25 2">)"
        R"(<ofd:AbbreviatedData>M 0 0 B 4 -6 5 6 5 5 C</ofd:AbbreviatedData></ofd:PathObject>)"
        R"(<ofd:TextObject ID="13" Boundary="50 5 40 8" Font="3" Size="6"><ofd:TextCode X="0" )"
        R"(Y="6" DeltaX="g 4 6">band rows</ofd:TextCode></ofd:TextObject>)"
        R"(<ofd:PathObject ID="14" Boundary="0 0 100 60" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0)";
    for (int step = 1; step <= 100; ++step)
        page += " L " + std::to_string(step) + " " + std::to_string(step * 37 % 60);
    return page + "</ofd:AbbreviatedData></ofd:PathObject>";
}

Document shapes() {
    const std::string page = manyShapes();
    return openOfd(
        {.page = page,
         .resources = R"(<ofd:Fonts><ofd:Font ID="3" FontName="DejaVu Sans"/></ofd:Fonts>)"});
}

Stamp redStamp() {
    Stamp stamp;
    stamp.pageId = "1";
    stamp.boundary = {70, 25, 20, 20};
    stamp.format = "bmp";
    stamp.picture = fromHex("424d3a000000000000003600000028000000010000000100000001001800000000"
                            "000400000000000000000000000000000000000000"
                            "0000ff00")
                        .value();
    stamp.size = {{20}, {20}};
    return stamp;
}

/// All bands one under another.
Picture joined(const Document& document, int bandHeight, const std::vector<Stamp>& stamps) {
    Picture page;
    const auto join = [&page](const Band& band) -> Result<> {
        CHECK(band.top == page.height);
        page.width = band.rows.width;
        page.height += band.rows.height;
        page.pixels.insert(page.pixels.end(), band.rows.pixels.begin(), band.rows.pixels.end());
        CHECK(page.height <= band.pageHeight);
        return {};
    };
    REQUIRE(drawInBands(document, 0, kDensity, bandHeight, stamps, join));
    return page;
}

} // namespace

TEST_CASE("R8 a page drawn in bands is the page drawn at once") {
    const Document document = shapes();
    const std::vector stamps{redStamp()};
    const auto whole = drawToPicture(document, 0, kDensity, stamps);
    REQUIRE(whole);
    REQUIRE(whole->pixels.at(std::size_t{1000} * 350 + 800) == 0xFFFF0000U); // the stamp is there
    for (const int height : {1, 7, 64, 256, 600, 10'000}) {
        CAPTURE(height);
        const Picture page = joined(document, height, stamps);
        CHECK(page.width == whole->width);
        CHECK(page.height == whole->height);
        const bool same = page.pixels == whole->pixels; // not for printing
        CHECK(same);
    }
}

TEST_CASE("drawing in bands ends with the error of who takes them") {
    const Document document = shapes();
    int taken = 0;
    const auto done = drawInBands(document, 0, kDensity, 100, {}, [&](const Band&) -> Result<> {
        if (++taken == 2)
            return fail(ErrorKind::storage, "planted", Remedy::technician);
        return {};
    });
    REQUIRE_FALSE(done);
    CHECK(done.error().code() == "planted");
    CHECK(taken == 2);
}

TEST_CASE("there are no bands of a page that is not there or too large") {
    const Document document = shapes();
    const auto none = [](const Band&) -> Result<> { return {}; };
    CHECK(drawInBands(document, 1, kDensity, 64, {}, none).error().code() ==
          "document.no-such-page");
    CHECK(drawInBands(document, 0, {1e6}, 64, {}, none).error().code() == "document.too-large");
}
