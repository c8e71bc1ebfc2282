// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <catch2/catch.hpp>

#include "firmware/reading/confined_reader.h"
#include "tests/hostile/hostile_files.h"
#include "tests/unit/verify/checking.h"

namespace kiosk::tests {

namespace {

using document::Document;

/// What the walls themselves may say of a file that asks for too much. Not among them: that the
/// file broke its reader, or made it try what it must not.
const std::set<std::string> kToldOff = {"document.too-much-work", "document.too-large"};

/// How a file ends as the kiosk opens it and shows every page.
std::string ending(reading::ConfinedReader& reader, ByteView file) {
    const auto opened = reader.open(file, kIssuingTime);
    if (!opened)
        return opened.error().code();
    if ((*opened)->facts().verdict.judgement == verify::Judgement::valid)
        return "judged valid";
    for (std::size_t page = 0; page < (*opened)->facts().pages.size(); ++page)
        if (const auto drawn = (*opened)->picture(page, {200}, Document::Use::screen); !drawn)
            return drawn.error().code();
    return "drawn";
}

} // namespace

TEST_CASE("S6 hostile files end in a reason behind the walls, and the next licence is read") {
    const SampleOffice office;
    reading::ConfinedReader reader(std::filesystem::path(KIOSK_BINARY_DIR) / "bin" / "kiosk-reader",
                                   trustIn(office));
    for (const auto& corpus :
         {hostileArchives(), hostileStructures(), hostileDrawings(), hostileFontsAndPictures()}) {
        for (const HostileFile& file : corpus) {
            const std::string came = ending(reader, file.make());
            INFO(file.name << ": " << came);
            CHECK((came == file.ending || came == file.otherEnding || kToldOff.contains(came)));
        }
        const auto licence = reader.open(office.licence(), kIssuingTime);
        REQUIRE(licence);
        CHECK((*licence)->facts().verdict.judgement == verify::Judgement::valid);
    }
}

} // namespace kiosk::tests
