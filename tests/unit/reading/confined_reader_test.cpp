// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/reading/confined_reader.h"
#include "firmware/reading/facts_json.h"
#include "firmware/reading/plain_reader.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using document::Document;
using reading::OpenedFile;

namespace {

/// One licence, opened behind the walls and in this process.
struct BothWays {
    SampleOffice office;
    reading::ConfinedReader confined{
        std::filesystem::path(KIOSK_BINARY_DIR) / "bin" / "kiosk-reader", trustIn(office)};
    reading::PlainReader plain{trustIn(office)};

    std::unique_ptr<OpenedFile> inside(ByteView file) {
        return confined.open(file, kIssuingTime).value();
    }
    std::unique_ptr<OpenedFile> here(ByteView file) {
        return plain.open(file, kIssuingTime).value();
    }
};

const document::SheetMarks kMarks{
    .purpose = {"用途", "子女入学"},
    .copyNumber = {"副本编号", "A7K2-9QXM-0042"},
    .facts = {{"状态", "有效"}, {"打印", "2026-11-23 10:32 云州市政务大厅𠮷"}},
    .code = "LK2:990100:A7K2-9QXM-0042",
    .codeHint = "扫码核验",
    .pageLine =
        [](std::size_t page, std::size_t count) {
            return std::to_string(page) + "/" + std::to_string(count);
        },
    .reducedLine = [](int percent) { return std::to_string(percent) + "%"; }};

} // namespace

TEST_CASE("V1 the verdict from behind the walls is the one given in the open") {
    BothWays both;
    for (const auto fault :
         {sandbox::Fault::none, sandbox::Fault::contentChanged, sandbox::Fault::unsealed}) {
        const Bytes file = both.office.licence({.fault = fault});
        CHECK(reading::factsJson(both.inside(file)->facts()) ==
              reading::factsJson(both.here(file)->facts()));
    }
}

TEST_CASE("R8 a page from behind the walls has the very same pixels") {
    BothWays both;
    const Bytes file = both.office.licence();
    const auto inside = both.inside(file)->picture(0, {100}, Document::Use::screen).value();
    const auto here = both.here(file)->picture(0, {100}, Document::Use::screen).value();
    CHECK(inside.width == here.width);
    CHECK(inside.height == here.height);
    CHECK(inside.pixels == here.pixels);
}

TEST_CASE("R7 a sheet and a PDF can be made behind the walls, again and again") {
    BothWays both;
    const auto file = both.inside(both.office.licence());
    for (int copy = 0; copy < 3; ++copy) {
        const auto sheet = file->sheet(kMarks);
        REQUIRE(sheet);
        CHECK(sheet->pages == 1);
        CHECK(toText(sheet->pdf).starts_with("%PDF"));
    }
    CHECK(toText(file->pdf(0, 1).value()).starts_with("%PDF"));
    CHECK(file->findings().value() == both.here(both.office.licence())->findings().value());
}

TEST_CASE("R6 a page covered behind the walls is covered as it is in the open") {
    BothWays both;
    const Bytes file = both.office.licence();
    const auto inside = both.inside(file);
    const auto here = both.here(file);
    const auto bare = inside->picture(0, {60}, Document::Use::screen).value();
    REQUIRE(inside->cover({"柳依依"}));
    REQUIRE(here->cover({"柳依依"}));
    const auto covered = inside->picture(0, {60}, Document::Use::screen).value();
    CHECK(covered.pixels != bare.pixels);
    CHECK(covered.pixels == here->picture(0, {60}, Document::Use::screen).value().pixels);
}

TEST_CASE("S6 errors come through the walls as they are") {
    BothWays both;
    const auto refused = both.confined.open(bytesOf("no package"), kIssuingTime);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == both.plain.open(bytesOf("no package"), kIssuingTime).error());
    const auto file = both.inside(both.office.licence());
    const auto page = file->picture(7, {100}, Document::Use::screen);
    REQUIRE_FALSE(page);
    CHECK(page.error().code() == "document.no-such-page");
    const auto poster = file->picture(0, {1e5}, Document::Use::screen);
    REQUIRE_FALSE(poster);
    CHECK(poster.error().code() == "document.too-large");
}
