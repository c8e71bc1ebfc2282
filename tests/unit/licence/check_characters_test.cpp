// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/licence/check_characters.h"

namespace kiosk {

TEST_CASE("S7 citizen numbers: check digit and birth date are judged, the division is not") {
    CHECK(isCitizenNumber("932682198501010017"));
    CHECK(isCitizenNumber("911124198108030024"));
    CHECK_FALSE(isCitizenNumber("932682198501010018"));
    CHECK_FALSE(isCitizenNumber("93268219850101001"));
    const std::string noSuchDay = "99010119850230001";
    CHECK_FALSE(isCitizenNumber(noSuchDay + *citizenNumberCheck(noSuchDay)));
    CHECK_FALSE(citizenNumberCheck("9901011985A230001"));
}

TEST_CASE("S7 licence identifiers: the check character of four issuers") {
    for (const char* identifier :
         {"1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
          "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
          "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
          "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"})
        CHECK(isLicenceIdentifier(identifier));
    CHECK_FALSE(isLicenceIdentifier(
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V"));
    CHECK_FALSE(isLicenceIdentifier("1.2.156.3005.2.1.2.3"));
    CHECK_FALSE(isLicenceIdentifier(""));
}

TEST_CASE("S7 credit codes: one changed character is noticed, letters outside the alphabet too") {
    const std::string body = "91990000MA0000000";
    const std::string code = body + *creditCodeCheck(body);
    CHECK(isCreditCode(code));
    for (std::size_t i = 0; i < code.size(); ++i) {
        std::string wrong = code;
        wrong[i] = wrong[i] == '7' ? '8' : '7';
        CHECK_FALSE(isCreditCode(wrong));
    }
    CHECK_FALSE(creditCodeCheck("9199000OMA0000000"));
}

TEST_CASE("R6 masking leaves no whole number or name") {
    CHECK(maskedCode("990101198501010017") == "9901**********0017");
    CHECK(maskedCode("12345678") == "********");
    CHECK(maskedCode("云(2023)不动产权第0001号") == "云(20*********001号");
    CHECK(maskedCode("结字第一号") == "*****");
    CHECK(maskedCode("").empty());
    CHECK(maskedName("单𠮷䶮") == "单*䶮");
    CHECK(maskedName("李四") == "李*");
    CHECK(maskedName("OAKFORD, WINIFRED A") == "O*** W*** A***");
    CHECK(maskedName("LI") == "L***");
    CHECK(maskedName("ئالىم·مۇھەممەت") == "ئ************ت");
}

} // namespace kiosk
