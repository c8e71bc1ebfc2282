// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/licence/check_characters.h"
#include "firmware/licence/metadata/codes.h"
#include "firmware/licence/metadata/identity_number.h"

namespace kiosk {

namespace {

using namespace std::chrono_literals;

/// A number with the right check: divisions are such that nobody bears it.
std::string numbered(const std::string& first17) {
    return first17 + *citizenNumberCheck(first17);
}

} // namespace

TEST_CASE("S7 a citizen's number tells its check, its birth date and its division") {
    const std::string number = numbered("00000019850101001");
    const IdentityNumber read = readIdentityNumber(number);
    CHECK(read.kind == IdentityKind::citizen);
    CHECK(read.checkRight);
    CHECK(read.bornOn == 1985y / 1 / 1);
    CHECK(read.division == "000000");
    std::string wrong = number;
    wrong.back() = wrong.back() == '5' ? '6' : '5';
    CHECK_FALSE(readIdentityNumber(wrong).checkRight);
}

TEST_CASE("S7 a small x is an X") {
    std::string number;
    for (int order = 100; number.empty() || number.back() != 'X'; ++order)
        number = numbered("00000019850101" + std::to_string(order));
    CHECK(readIdentityNumber(number).checkRight);
    number.back() = 'x';
    CHECK(readIdentityNumber(number).checkRight);
}

TEST_CASE("S7 a birth date that no calendar has is noticed") {
    CHECK_FALSE(readIdentityNumber(numbered("00000019850230001")).dateReal);
    CHECK_FALSE(readIdentityNumber(numbered("00000019851301001")).dateReal);
    CHECK_FALSE(readIdentityNumber(numbered("00000019010229001")).dateReal);
    CHECK(readIdentityNumber(numbered("00000020000229001")).dateReal);
}

TEST_CASE("S7 fifteen digits are an old number without a check") {
    const IdentityNumber read = readIdentityNumber("000000850101001");
    CHECK(read.kind == IdentityKind::citizenBefore1999);
    CHECK(read.checkRight);
    CHECK(read.bornOn == 1985y / 1 / 1);
    CHECK_FALSE(readIdentityNumber("000000850231001").dateReal);
}

TEST_CASE("S7 residents from elsewhere have numbers of the same form") {
    using enum IdentityKind;
    CHECK(readIdentityNumber(numbered("81000019850101001")).kind == hongKongMacaoTaiwan);
    CHECK(readIdentityNumber(numbered("82000019850101001")).kind == hongKongMacaoTaiwan);
    CHECK(readIdentityNumber(numbered("83000019850101001")).kind == hongKongMacaoTaiwan);
    const IdentityNumber foreign = readIdentityNumber(numbered("99999919850101001"));
    CHECK(foreign.kind == foreignResident);
    CHECK(foreign.checkRight);
    CHECK(foreign.division.empty());
    CHECK(readIdentityNumber("ABC123456789012").kind == foreignResidentTo2023);
}

TEST_CASE("S7 travel documents are told from numbers nobody knows") {
    using enum IdentityKind;
    for (const char* number : {"E00000000", "EA0000000", "G00000000", "D00000000"})
        CHECK(readIdentityNumber(number).kind == passport);
    for (const char* number : {"H00000000", "M0000000000", "00000000"})
        CHECK(readIdentityNumber(number).kind == travelPermit);
    for (const char* number : {"", "X", "EAB000000", "99990119850101001Y", "0000001985010100A1"})
        CHECK(readIdentityNumber(number).kind == other);
}

TEST_CASE("S7 a credit code is judged in alphabet, check and body") {
    const std::string first17 = "91000000MA00000000"; // of no division
    const CreditCode tooLong = readCreditCode(first17 + "00");
    CHECK_FALSE(tooLong.shaped);
    const std::string code = first17.substr(0, 17) + *creditCodeCheck(first17.substr(0, 17));
    const CreditCode read = readCreditCode(code);
    CHECK(read.shaped);
    CHECK(read.checkRight);
    CHECK(read.division == "000000");
    CHECK_FALSE(read.bodyCheckRight);
    CHECK_FALSE(readCreditCode("9100000OMA00000000").shaped);
}

TEST_CASE("S7 the codes of real bodies pass both checks") {
    // As printed in the identifiers of public examples.
    for (const char* code : {"11430000006122244L", "11220000013544541J", "11330105002500287C",
                             "11370000MB2852565A", "113700000045046442"}) {
        CHECK(readCreditCode(code).checkRight);
        CHECK(readCreditCode(code).bodyCheckRight);
    }
    CHECK_FALSE(readCreditCode("11430000006122244A").checkRight);
}

TEST_CASE("S7 of a division only the province is judged") {
    for (const char* division : {"110101", "500000", "659999", "820000"})
        CHECK(isKnownProvince(division));
    for (const char* division : {"", "1", "990101", "000000", "16"})
        CHECK_FALSE(isKnownProvince(division));
}

} // namespace kiosk
