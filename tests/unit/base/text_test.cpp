// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/text.h"

namespace kiosk {

TEST_CASE("U8 a name with characters beyond the first plane survives both encodings") {
    const std::string name = "单𠮷䶮";
    CHECK(codePoints(name).size() == 3);
    CHECK(toUtf8(codePoints(name)) == name);
    CHECK(*utf8FromUtf16Le(utf16LeFromUtf8(name)) == name);
}

TEST_CASE("a surrogate pair that was cut is malformed, never mended") {
    CHECK_FALSE(utf8FromUtf16Le(*fromHex("42d8")));
    CHECK_FALSE(utf8FromUtf16Le(*fromHex("42d84100")));
    CHECK_FALSE(utf8FromUtf16Le(*fromHex("b7df")));
    CHECK_FALSE(utf8FromUtf16Le(*fromHex("410042")));
}

TEST_CASE("malformed UTF-8 is seen: overlong, surrogate, cut, beyond the last plane") {
    for (const char* hex : {"c080", "eda080", "e4b8", "f4908080", "80", "ff"})
        CHECK_FALSE(isValidUtf8(toText(*fromHex(hex))));
    CHECK(isValidUtf8("证照 ئۇيغۇر བོད་"));
}

TEST_CASE("numbers parse whole or not at all") {
    CHECK(parseNumber("3.1305") == 3.1305);
    CHECK(parseInteger("-12") == -12);
    CHECK_FALSE(parseNumber("1.5mm"));
    CHECK_FALSE(parseInteger(""));
    CHECK(split("a::b", ':') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(trimmed("  x \r\n") == "x");
}

} // namespace kiosk
