// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/licence/metadata/identifier.h"

namespace kiosk {

namespace {

constexpr const char* kStandard =
    "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";

IdentifierCheck checkOf(std::string_view text) {
    return judgeCheck(parseIdentifier(text).value());
}

} // namespace

TEST_CASE("S7 an identifier is taken apart into its five parts") {
    const auto identifier = parseIdentifier(kStandard).value();
    CHECK(identifier.typeCode == "11100000000013338W011");
    CHECK(identifier.authorityCode == "11430000006122244L");
    CHECK(identifier.serial == "20230000403");
    CHECK(identifier.version == "001");
    CHECK(identifier.check == 'U');
    CHECK(isTypeCode(identifier.typeCode));
}

TEST_CASE("S7 the identifiers of four issuers have the standard's check character") {
    for (const char* identifier :
         {kStandard, "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
          "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
          "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"})
        CHECK(checkOf(identifier) == IdentifierCheck::standard);
}

TEST_CASE("S7 the other computation in use is recognised as such") {
    const std::string first = "1.2.156.3005.2.11100000MB03271699022.11370000MB2852565A."
                              "301213AF0610489FBEC46E8AB9C5C25F.001.";
    const std::string second = "1.2.156.3005.2.11100000000013661B006.113700000045046442."
                               "209FA4E88F9E4C878F3E9BED2CE7EA49.001.";
    CHECK(checkOf(first + "T") == IdentifierCheck::variant);
    CHECK(checkOf(second + "M") == IdentifierCheck::variant);
    CHECK(checkOf(first + "W") == IdentifierCheck::standard);
    CHECK(checkOf(second + "D") == IdentifierCheck::standard);
    CHECK(checkOf(first + "X") == IdentifierCheck::wrong);
}

TEST_CASE("S7 any changed character of an identifier shows in its check") {
    const std::string sound = kStandard;
    for (std::size_t i = 15; i < sound.size(); ++i) {
        std::string changed = sound;
        changed[i] = changed[i] == '7' ? '8' : '7';
        if (const auto read = parseIdentifier(changed); sound[i] != '.' && read)
            CHECK(judgeCheck(*read) != IdentifierCheck::standard);
    }
}

TEST_CASE("S7 lower case and blanks around an identifier do not matter, its shape does") {
    CHECK(parseIdentifier(" 1.2.156.3005.2.11100000mb03271699022.340100.000000016.001.9\n"));
    for (const char* text :
         {"", "1.2.156.3005.2", "1.2.156.3005.2.A.B.C.001", "1.2.156.3005.2.A.B.C.01.X",
          "1.2.156.3005.2.A.B.C.001.XY", "1.2.156.3005.2.A..C.001.X", "1.2.156.3005.3.A.B.C.001.X",
          "1.2.156.3005.2.A.B.C.001.X.Y", "1.2.156.3005.2.A.B.证.001.X"})
        CHECK_FALSE(parseIdentifier(text));
    CHECK_FALSE(parseIdentifier("1.2.156.3005.2.A.B." + std::string(1000, '7') + ".001.X"));
}

TEST_CASE("S7 a type code is eighteen characters and three digits") {
    CHECK(isTypeCode("11100000MB03271699022"));
    CHECK_FALSE(isTypeCode("11100000MB0327169902"));
    CHECK_FALSE(isTypeCode("11100000MB032716990AB"));
    CHECK_FALSE(isTypeCode("11100000mb03271699022"));
}

} // namespace kiosk
