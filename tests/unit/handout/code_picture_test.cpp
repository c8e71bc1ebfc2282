// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/decoder.h"
#include "firmware/handout/code_picture.h"
#include "firmware/handout/health_code.h"
#include "tests/unit/handout/key_folder.h"
#include "tests/unit/health/sample_health.h"

namespace kiosk::handout {

TEST_CASE("G6 a code's picture is read back, and keeps its modules large on the roll") {
    const tests::KeyFolder folder;
    constexpr double kRollMm = 48; // what a roll of 58 mm prints on
    const HealthCodes codes = healthCodes(tests::soundHealth(), folder.key()).value();
    for (const std::string& text : codes.texts) {
        const document::Picture picture = codePicture(text, 4).value();
        drivers::Frame frame{.width = picture.width, .height = picture.height};
        for (const std::uint32_t pixel : picture.pixels)
            frame.luma.push_back(static_cast<std::uint8_t>(pixel & 0xFFU));
        const auto read = drivers::decode(frame);
        REQUIRE(read);
        CHECK(read->text == text);
        CHECK(kRollMm / modulesAcross(text).value() >= kSmallestModuleMm);
    }
}

TEST_CASE("G6 what no code can hold has no picture") {
    const auto picture = codePicture(std::string(5000, 'A'), 1);
    REQUIRE_FALSE(picture);
    CHECK(picture.error().code() == "sheet.drawing-failed");
}

} // namespace kiosk::handout
