// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include "firmware/reading/pdf_pages.h"
#include "firmware/reading/plain_reader.h"
#include "tests/sandbox/issuing/pdf_face.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;

namespace {

const std::filesystem::path kPrograms = std::filesystem::path(KIOSK_BINARY_DIR) / "bin";
constexpr document::Dpi kDensity{150};

Result<document::Picture> draw(ByteView pdf, SizeMm size) {
    const auto whole = document::pagePixels(size, kDensity).value();
    document::Picture picture{whole.width, whole.height, {}};
    TRY(reading::drawPdfRows(kPrograms / "kiosk-reader", pdf, {0, whole, 0}, {}, picture));
    return picture;
}

/// Mean difference of the green parts, 0 to 255: two rasterisers place edges differently.
double difference(const document::Picture& a, const document::Picture& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        sum += std::abs(static_cast<int>(a.pixels[i] >> 8U & 0xFFU) -
                        static_cast<int>(b.pixels[i] >> 8U & 0xFFU));
    return sum / static_cast<double>(a.pixels.size());
}

/// How many pixels are rather red where the seal of 40 mm belongs.
int redAround(const sandbox::PdfFace& page, const document::Picture& picture) {
    const auto pixels = [](double mm) { return static_cast<int>(mm / 25.4 * kDensity.value); };
    int count = 0;
    for (int y = pixels(page.sealY - 20); y < pixels(page.sealY + 20); ++y)
        for (int x = pixels(page.sealX - 20); x < pixels(page.sealX + 20); ++x) {
            const auto pixel = picture.pixels.at(static_cast<std::size_t>(y * picture.width + x));
            count += (pixel >> 16U & 0xFFU) > (pixel >> 8U & 0xFFU) + 80 ? 1 : 0;
        }
    return count;
}

/// What became of an act behind the walls around a program.
std::string outcome(const std::string& act) {
    const std::string command = (kPrograms / "hostile-reader").string() + " '" + act + "'";
    const int status = std::system(command.c_str());
    // The shell between reports a signal as 128 and its number.
    if (WIFSIGNALED(status) || WEXITSTATUS(status) > 128)
        return "ended";
    return WEXITSTATUS(status) == 0 ? "refused" : "done";
}

} // namespace

TEST_CASE("R8 a page drawn by another engine behind the walls looks like our own drawing") {
    const SampleOffice office;
    const auto file = reading::PlainReader({}).open(office.licence(), kIssuingTime).value();
    const SizeMm size = file->facts().pages.at(0);
    const auto ours = file->picture(0, kDensity, document::Document::Use::print).value();
    const auto theirs = draw(file->pdf(0, 1).value(), size);
    REQUIRE(theirs);
    REQUIRE(theirs->pixels.size() == ours.pixels.size());
    CHECK(difference(*theirs, ours) < 6);
    const document::Picture white{ours.width, ours.height,
                                  std::vector(ours.pixels.size(), document::kWhite)};
    CHECK(difference(*theirs, white) > 10);
}

TEST_CASE("R7 a sealed PDF is judged, and its seal is seen where the issuer put it") {
    const SampleOffice office;
    const sandbox::PdfFace page = sandbox::drawPdf(sampleFace(), kIssuingTime).value();
    const Bytes pdf = office.issuer().makePdf(sampleFace(), kIssuingTime).value();
    const auto file = reading::PlainReader(trustIn(office)).open(pdf, kIssuingTime).value();
    CHECK(file->facts().verdict.judgement == verify::Judgement::valid);
    const auto bare = draw(page.pdf, page.size).value();
    const auto sealed = draw(pdf, page.size).value();
    CHECK(redAround(page, sealed) > redAround(page, bare) + 5000);
}

TEST_CASE("R6 a covered PDF is tiles of one colour each, none as small as a character") {
    const SampleOffice office;
    const Bytes pdf = office.issuer().makePdf(sampleFace(), kIssuingTime).value();
    const auto file = reading::PlainReader(trustIn(office)).open(pdf, kIssuingTime).value();
    REQUIRE(file->cover({"云州市听雨轩茶馆"}));
    const auto covered = file->picture(0, kDensity, document::Document::Use::screen).value();
    constexpr int kTile = 31; // 5 mm at 150 dpi and a little
    std::set<std::uint32_t> colours;
    for (int y = 0; y < covered.height; ++y)
        for (int x = 0; x < covered.width; ++x) {
            const auto at = [&](int column, int row) {
                return covered.pixels.at(static_cast<std::size_t>(row * covered.width + column));
            };
            colours.insert(at(x, y));
            if (at(x, y) != at(x - x % kTile, y - y % kTile))
                FAIL("pixel " << x << ", " << y << " is not its tile's colour");
        }
    CHECK(colours.size() > 20);
}

TEST_CASE("S6 what is no PDF is no picture") {
    const auto drawn = draw(bytesOf("%PDF-1.7 and then nothing"), {{210}, {297}});
    REQUIRE_FALSE(drawn);
    CHECK(drawn.error().code() == "document.reader-died");
}

TEST_CASE("S6 a PDF that owns its engine sees the system's fonts and libraries and nothing else") {
    CHECK(outcome("read a file") == "refused");
    CHECK(outcome("write a file") == "refused");
    for (const std::string act :
         {"connect", "fork", "spawn", "trace the kiosk", "kill the kiosk", "signal the kiosk"}) {
        CAPTURE(act);
        CHECK(outcome(act) == "ended");
    }
}
