// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/code_reader.h"
#include "drivers/printer/pwg/pwg_raster.h"
#include "firmware/reading/plain_reader.h"
#include "firmware/visit/printable.h"
#include "tests/support/raster_reader.h"
#include "tests/support/sample_copy_code.h"

using namespace kiosk;

namespace {

constexpr WallTime kNow{std::chrono::hours(480'000)};
constexpr int kDensity = 150;

document::Slip slip() {
    return {.heading = {"请到 3 号窗口办理"},
            .lines = {"请携带身份证。"},
            .code = toText(tests::sampleCopyCode()),
            .number = "A 017"};
}

std::shared_ptr<reading::Reader> documents() {
    return std::make_shared<reading::PlainReader>(verify::TrustList{});
}

drivers::PrintDocument printableSlip() {
    return visit::printable(documents(), document::composeSlip(slip()).value(), "slip", kNow);
}

/// The page as it is drawn whole, in the grey of a scanner.
Bytes drawnWhole(const Bytes& pdf) {
    const auto file = documents()->open(pdf, kNow).value();
    const auto picture =
        file->picture(0, document::Dpi{kDensity}, document::Document::Use::print).value();
    Bytes dots;
    for (const std::uint32_t pixel : picture.pixels) {
        const double grey = 0.299 * (pixel >> 16U & 0xFFU) + 0.587 * (pixel >> 8U & 0xFFU) +
                            0.114 * (pixel & 0xFFU);
        dots.push_back(static_cast<std::byte>(grey + 0.5));
    }
    return dots;
}

std::vector<std::uint8_t> luma(ByteView dots) {
    std::vector<std::uint8_t> values;
    for (const std::byte dot : dots)
        values.push_back(std::to_integer<std::uint8_t>(dot));
    return values;
}

} // namespace

TEST_CASE("D2 a sheet arrives at a printer of dots as it would on paper, dot by dot") {
    const drivers::PrintDocument document = printableSlip();
    CHECK(toText(ByteView(document.pdf).first(5)) == "%PDF-");
    const auto pages = tests::readRaster(drivers::pwg::toPwgRaster(document, kDensity).value());
    REQUIRE(pages.size() == 1);
    Bytes whole = drawnWhole(document.pdf);
    CHECK(whole.size() >= pages[0].dots.size());
    whole.resize(pages[0].dots.size()); // the paper may be a row lower
    CHECK((pages[0].dots == whole));    // not for printing
    const drivers::Frame paper{.width = static_cast<int>(pages[0].width),
                               .height = static_cast<int>(pages[0].height),
                               .luma = luma(pages[0].dots)};
    const auto code = drivers::readCode(paper);
    REQUIRE(code);
    CHECK(code->text == slip().code);
}

TEST_CASE("D2 a sheet a dot smaller than the paper leaves the rest of it white") {
    const drivers::PrintDocument document = printableSlip();
    drivers::RasterForm form = drivers::pwg::a4Form(kDensity);
    form.width += 3;
    form.height += 2;
    const auto page = document.drawPage(0, form);
    REQUIRE(page);
    const auto dotAt = [&](int x, int y) {
        return page->dots[static_cast<std::size_t>(y * form.width + x)];
    };
    for (int y = 0; y < form.height; ++y)
        CHECK(dotAt(form.width - 1, y) == std::byte{255});
    for (int x = 0; x < form.width; ++x)
        CHECK(dotAt(x, form.height - 1) == std::byte{255});
}

TEST_CASE("D2 a page that a sheet has not is an error of the document's") {
    const auto page = printableSlip().drawPage(7, drivers::pwg::a4Form(kDensity));
    REQUIRE_FALSE(page);
    CHECK(page.error().code() == "document.no-such-page");
}
