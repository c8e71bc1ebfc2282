// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include <catch2/catch.hpp>

#include "drivers/card_reader/sam/codec/record/record.h"
#include "firmware/base/text.h"
#include "firmware/licence/check_characters.h"
#include "tests/support/card_record.h"
#include "tests/support/sample_card.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::drivers::sam;
using kiosk::tests::encodeRecord;
using kiosk::tests::otherCard;
using kiosk::tests::sampleCard;

namespace {

Result<IdCard> decoded(const Bytes& record) {
    const Bytes photo = sampleCard().photo;
    return decodeRecord({record, photo});
}

std::string codeOf(const Result<IdCard>& card) {
    return card ? "" : card.error().code();
}

/// The code for the sample card with one thing changed.
std::string codeWith(const std::function<void(IdCard&)>& change) {
    IdCard card = sampleCard();
    change(card);
    return codeOf(decoded(encodeRecord(card)));
}

Bytes withText(std::size_t offset, std::string_view text) {
    Bytes record = encodeRecord(sampleCard());
    const Bytes utf16 = utf16LeFromUtf8(text);
    std::ranges::copy(utf16, record.begin() + static_cast<std::ptrdiff_t>(offset));
    return record;
}

constexpr std::string_view kDamaged = "card.damaged";

} // namespace

TEST_CASE("R1 a mainland record is read whole") {
    CHECK(decoded(encodeRecord(sampleCard())) == sampleCard());
}

TEST_CASE("R1 rare characters and an open-ended card are read as the card has them") {
    const auto card = decoded(encodeRecord(otherCard()));
    REQUIRE(card);
    CHECK(card->name == "阿依古丽·𠮷木𬭎");
    CHECK(card->validUntil == std::nullopt);
    IdCard expected = otherCard();
    expected.newestAddress.clear(); // no part of the record
    CHECK(*card == expected);
}

TEST_CASE("R1 a name of fifteen units fills its field; a private-use character stays") {
    IdCard card = sampleCard();
    card.name = "买买提江·阿不都热合曼·\uE000𠮷";
    REQUIRE(utf16LeFromUtf8(card.name).size() == 30);
    CHECK(decoded(encodeRecord(card)) == card);
}

TEST_CASE("R1 a surrogate pair cut by its field is damage, not another name") {
    CHECK(codeWith([](IdCard& card) { card.name = "一二三四五六七八九十一二三四𠮷"; }) == kDamaged);
}

TEST_CASE("R1 one wrong digit of the number is noticed wherever it stands") {
    for (std::size_t at = 0; at < 18; ++at) {
        CHECK(codeWith([at](IdCard& card) {
                  card.number[at] =
                      card.number[at] == '9' ? '0' : static_cast<char>(card.number[at] + 1);
              }) == kDamaged);
    }
}

TEST_CASE("R1 the driver's number check is the domain's") {
    std::string number = sampleCard().number;
    for (int tail = 1; tail < 999; tail += 2) {
        std::string serial = std::to_string(1000 + tail).substr(1);
        number.replace(14, 3, serial);
        for (char last : std::string_view("0123456789X")) {
            number.back() = last;
            const bool right = citizenNumberCheck(number.substr(0, 17)) == last;
            REQUIRE(codeWith([&](IdCard& card) { card.number = number; }).empty() == right);
        }
    }
}

TEST_CASE("R1 dates that no calendar has are damage") {
    CHECK(codeWith([](IdCard& card) {
              card.number = "990101198502290018"; // right check digit, 29 February 1985
              card.birth = std::chrono::year(1985) / 2 / 29;
          }) == kDamaged);
    CHECK(codeOf(decoded(withText(188, "20191320"))) == kDamaged);
    CHECK(codeOf(decoded(withText(204, "2039052 "))) == kDamaged);
    CHECK(codeOf(decoded(withText(204, "-0390520"))) == kDamaged);
    CHECK(codeOf(decoded(withText(204, "20180520"))) == kDamaged); // ends before it begins
}

TEST_CASE("R1 birth and sex must be the ones the number says") {
    CHECK(codeWith([](IdCard& card) { card.birth = std::chrono::year(1990) / 3 / 8; }) == kDamaged);
    CHECK(codeWith([](IdCard& card) { card.sex = "2"; }) == kDamaged);
    CHECK(codeWith([](IdCard& card) { card.sex = "9"; }).empty());
    CHECK(codeWith([](IdCard& card) { card.sex = "男"; }) == kDamaged);
}

TEST_CASE("R1 an empty field is damage") {
    CHECK(codeWith([](IdCard& card) { card.name = ""; }) == kDamaged);
    CHECK(codeWith([](IdCard& card) { card.number = ""; }) == kDamaged);
    CHECK(codeWith([](IdCard& card) { card.address = ""; }) == kDamaged);
    CHECK(codeWith([](IdCard& card) { card.ethnicity = "1"; }) == kDamaged);
    CHECK(codeOf(decoded(Bytes(256))) == kDamaged);
    CHECK(codeOf(decoded(Bytes(255))) == kDamaged);
}

TEST_CASE("an error names the field and nothing that stood in it") {
    const auto card = decoded(withText(188, "20191320"));
    REQUIRE_FALSE(card);
    CHECK(card.error().detail() == "valid from");
}
