// SPDX-License-Identifier: Apache-2.0
// Paper for somebody who reads Uyghur: letters from the right, dates and numbers never turned.
#include <algorithm>
#include <cstdlib>

#include <catch2/catch.hpp>

#include "firmware/app/paper_texts.h"
#include "firmware/base/files.h"
#include "firmware/document/sheet/sheet_pages.h"
#include "firmware/visit/paper.h"
#include "tests/support/sample_copy_code.h"
#include "tests/unit/document/sheet/paper_ink.h"

namespace kiosk::document {

namespace {

using tests::Ink;

const visit::Language kUyghur{"ug"};

const kit::Catalogue& catalogue() {
    static const kit::Catalogue kLoaded =
        kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts").value();
    return kLoaded;
}

visit::PaperTexts withoutIsolates() {
    return [texts = app::paperTextsOf(catalogue())](
               const visit::Language& language, std::string_view key,
               std::initializer_list<std::string_view> values) {
        return kit::withoutIsolates(texts(language, key, values));
    };
}

/// 2026-11-23 18:00, which nothing else on the sheet says.
visit::CopyFacts facts() {
    const CopyCode code = tests::sampleCopyCode();
    return {.purpose = {"school", "子女入学"},
            .code = code,
            .checkedAt = code.reservedAt,
            .trustList = "3F7A-09C2",
            .printedAt = code.reservedAt + std::chrono::minutes(2),
            .place = "云州市政务服务中心"};
}

SheetMarks marksWith(const visit::PaperTexts& texts) {
    return visit::sheetMarks({texts, kUyghur}, facts());
}

Bytes sheetOf(const SheetMarks& marks) {
    const SheetPages pages{.count = 1,
                           .size = [](std::size_t) { return SizeMm{{420}, {297}}; },
                           .draw = [](std::size_t, cairo_t*) -> Result<> { return {}; }};
    return composeSheet(pages, marks).value().pdf;
}

constexpr double kDpi = 200;
/// The half of the strip's values where the Uyghur words stand.
constexpr BoxMm kUyghurHalf{.x = 85, .y = 262, .width = 75, .height = 22};

/// A sentence as it stands on a slip, between Uyghur words.
Slip slipWith(const std::string& line) {
    return {.heading = {"凭条"}, .lines = {line}};
}

double onStrip(const std::string& value, const std::string& line) {
    return tests::setAlone(value, {"Noto Sans CJK SC", 13}, tests::kStripDpi)
        .burned()
        .differenceWithin(tests::burnedStrip(slipWith(line)));
}

double onSlipSheet(const std::string& value, const std::string& line) {
    return tests::setAlone(value, {"Noto Sans CJK SC", 16}, kDpi)
        .differenceWithin(tests::pageOf(composeSlip(slipWith(line)).value().pdf, kDpi,
                                        {.x = 0, .y = 25, .width = 210, .height = 40}));
}

/// The least for a value in type of some size: a fact is set smaller until it fits its line.
double differenceOn(const Ink& strip, const std::string& value, double mostPoints,
                    double leastPoints) {
    double least = 1;
    for (double points = mostPoints; points >= leastPoints && least > 0.05; points -= 0.1)
        least = std::min(
            least,
            tests::setAlone(value, {"Noto Sans CJK SC", points}, kDpi).differenceWithin(strip));
    return least;
}

constexpr double kUnreversed = 0.12;
constexpr double kReversed = 0.2;

} // namespace

TEST_CASE("A74 a birth date after a Uyghur name is unreversed on paper, reversed without isolate") {
    tests::printWithOurFonts();
    const auto sentence = kit::formatted("{0} {1}", "ug", {"ئالىم", "1990-01-02"}).value();
    const std::string bare = kit::withoutIsolates(sentence);
    CHECK(onStrip("1990-01-02", sentence) < kUnreversed);
    CHECK(onStrip("1990-01-02", bare) > kReversed);
    CHECK(onSlipSheet("1990-01-02", sentence) < kUnreversed);
    CHECK(onSlipSheet("1990-01-02", bare) > kReversed);
}

TEST_CASE("A74 the dates and numbers of a Uyghur copy's strip are drawn unreversed") {
    tests::printWithOurFonts();
    const auto drawn = [](const visit::PaperTexts& texts) {
        const Bytes pdf = sheetOf(marksWith(texts));
        if (const char* folder = std::getenv("KIOSK_PICTURES"))
            REQUIRE(writeFile(std::filesystem::path(folder) / "uyghur-sheet.pdf", pdf));
        return tests::pageOf(pdf, kDpi, kUyghurHalf);
    };
    const Ink right = drawn(app::paperTextsOf(catalogue()));
    const Ink bare = drawn(withoutIsolates());
    constexpr double kWhole = 8.5;
    CHECK(differenceOn(right, "2026-11-23 18:00", kWhole, kWhole) < kUnreversed);
    CHECK(differenceOn(bare, "2026-11-23 18:00", kWhole, kWhole) > kReversed);
    CHECK(differenceOn(right, "3F7A-09C2", 7, 5) < kUnreversed);
}

TEST_CASE("A74 the slip of a Uyghur wish has its number and date as they are written") {
    tests::printWithOurFonts();
    const visit::PaperWords words{app::paperTextsOf(catalogue()), kUyghur};
    const Slip slip = visit::keptSlip(words, "4071882635", "云州市政务服务中心",
                                      tests::sampleCopyCode().reservedAt);
    const Ink strip = tests::burnedStrip(slip);
    CHECK(tests::setAlone("2026-11-23 18:00", {"Noto Sans CJK SC", 13}, tests::kStripDpi)
              .burned()
              .differenceWithin(strip) < kUnreversed);
    constexpr double kCoarse = 70; // the number is very large
    const Ink sheet = tests::pageOf(composeSlip(slip).value().pdf, kCoarse,
                                    {.x = 10, .y = 15, .width = 190, .height = 80});
    const tests::Type number{"Noto Sans CJK SC", 54, TextStyle::Weight::bold};
    CHECK(tests::setAlone("4071 8826 35", number, kCoarse).differenceWithin(sheet) < kUnreversed);
}

} // namespace kiosk::document
