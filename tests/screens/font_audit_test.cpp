// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "screens/kit/draw/font_audit.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {

TEST_CASE("A72 U8 the fonts draw every character of GB 18030-2022 level 3") {
    const auto audit = kit::auditFonts(KIOSK_SOURCE_DIR "/assets/fonts/fonts.conf");
    REQUIRE(audit);
    const kit::FontCoverage& level3 = audit->at(0);
    CHECK(level3.characters == 87'887);
    CHECK(level3.isComplete());
    CHECK(level3.drawn == 87'887);
}

TEST_CASE("A73 what the fonts lack of amendment 1 is counted, not hidden") {
    const auto audit = kit::auditFonts(KIOSK_SOURCE_DIR "/assets/fonts/fonts.conf");
    REQUIRE(audit);
    const kit::FontCoverage& amendment = audit->at(1);
    CHECK(amendment.characters == 9'793);
    CHECK(amendment.drawn < amendment.characters);
    CHECK_FALSE(amendment.isComplete());
}

TEST_CASE("A72 a kiosk without its font for plane 2 is told so") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "fonts.conf";
    REQUIRE(writeFile(file, bytesOf("<fontconfig><dir>/usr/share/fonts/opentype/noto</dir>"
                                    "</fontconfig>")));
    const auto audit = kit::auditFonts(file);
    REQUIRE(audit);
    CHECK_FALSE(audit->at(0).isComplete());
    CHECK(audit->at(0).drawn > 27'000);
}

TEST_CASE("A72 a list of fonts that cannot be read is an error of the configuration") {
    CHECK(kit::auditFonts("/nowhere/fonts.conf").error().code() == "fonts.unreadable");
}

} // namespace kiosk::test
