// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/licence/copy_code.h"

namespace kiosk {

TEST_CASE("R7 a copy's code reads back to the same copy") {
    const CopyCode code{.regionCode = "990000", .copyNumber = "A7K2-93QX-0001"};
    CHECK(*parseCopyCode(toText(code)) == code);
}

TEST_CASE("V2 any other text is not a licence code") {
    for (const char* text :
         {"", "https://example.org/", "LK1:990000:A7K2-93QX-0001", "LK2:990000:A7K2-93QX-0001:0",
          "LK1:99:A7K2-93QX-0001:0", "LK1:990000:short:0", "LK1:990000:lower-case-no:0"})
        CHECK(parseCopyCode(text).error().code() == "code.not-a-licence-code");
}

TEST_CASE("R7 one misread character never names another copy") {
    const std::string text = toText({.regionCode = "990000", .copyNumber = "A7K2-93QX-0001"});
    for (std::size_t i = 11; i < text.size() - 2; ++i) {
        if (text[i] == '-')
            continue;
        std::string wrong = text;
        wrong[i] = wrong[i] == 'B' ? 'C' : 'B';
        CHECK(parseCopyCode(wrong).error().code() == "code.misread");
    }
}

} // namespace kiosk
