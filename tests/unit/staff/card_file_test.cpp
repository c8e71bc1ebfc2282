// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/card_file/card_file.h"
#include "firmware/base/files.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::drivers {

TEST_CASE("D13 a file stands for a staff card: its line is the number, no file is no card") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "card";
    CardFile cards(file);
    const auto with = [&](std::string_view text) {
        REQUIRE(writeFile(file, bytesOf(text)));
        return cards.look({}).value();
    };
    CHECK_FALSE(cards.look({}).value());
    CHECK(with("04A1b2c3\n") == "04a1b2c3");
    CHECK_FALSE(with(""));
    CHECK_FALSE(with("not a number"));
    CHECK_FALSE(with("04a1b2c3d4e5f60708090a0b"));
}

} // namespace kiosk::drivers
