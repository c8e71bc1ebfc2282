// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include <catch2/catch.hpp>

#include "drivers/card_reader/sam/codec/record/record.h"
#include "firmware/base/text.h"
#include "tests/support/card_record.h"
#include "tests/support/sample_card.h"

// What each layout holds beside the mainland one, whose fields sam_record_test.cpp is about.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::drivers::sam;
using namespace kiosk::tests;
using Doubt = IdCard::NumberDoubt;

namespace {

Result<IdCard> decoded(const Bytes& record) {
    const Bytes photo = sampleCard().photo;
    return decodeRecord({record, photo});
}

Result<IdCard> decodedWith(IdCard card, const std::function<void(IdCard&)>& change) {
    change(card);
    return decoded(encodeRecord(card));
}

std::string codeOf(const Result<IdCard>& card) {
    return card ? "" : card.error().code();
}

Bytes withText(const IdCard& card, std::size_t offset, std::string_view text) {
    Bytes record = encodeRecord(card);
    std::ranges::copy(utf16LeFromUtf8(text), record.begin() + static_cast<std::ptrdiff_t>(offset));
    return record;
}

/// Of the public specimens: Saudi Arabia, Canada, Pakistan.
struct Specimen {
    std::string_view number;
    std::string_view nationality;
    std::chrono::year_month_day birth;
};
constexpr std::array kSpecimens{
    Specimen{"932682198501010017", "SAU", std::chrono::year(1985) / 1 / 1},
    Specimen{"911124198108030024", "CAN", std::chrono::year(1981) / 8 / 3},
    Specimen{"931586198001010028", "PAK", std::chrono::year(1980) / 1 / 1}};

IdCard cardOf(const Specimen& specimen) {
    IdCard card = foreignCard2023();
    card.number = specimen.number;
    card.nationality = specimen.nationality;
    card.birth = specimen.birth;
    card.formerNumber.clear();
    return card;
}

constexpr std::string_view kDamaged = "card.damaged";

} // namespace

TEST_CASE("D6 each layout is read whole") {
    for (const IdCard& card : cardOfEachLayout()) {
        CAPTURE(static_cast<int>(card.layout));
        CHECK(decoded(encodeRecord(card)) == card);
    }
}

TEST_CASE("D6 an unknown letter is refused politely: laying the card again would not help") {
    for (std::string_view letter : {"A", "Q", "Z", "1", "j", "外", "\t"}) {
        const auto card = decoded(withText(sampleCard(), 248, letter));
        REQUIRE_FALSE(card);
        CHECK(card.error().code() == "card.layout-unknown");
        CHECK(card.error().remedy() == Remedy::attendant);
    }
    CHECK(codeOf(decoded(withText(sampleCard(), 248, std::string_view("\0", 1)))).empty());
}

TEST_CASE("D6 a record under another layout's letter is damage, not another person") {
    for (const IdCard& card : cardOfEachLayout())
        for (std::string_view letter : {" ", "J", "I", "Y"}) {
            const auto read = decoded(withText(card, 248, letter));
            CHECK((codeOf(read) == kDamaged || read->number == card.number));
        }
    CHECK(codeOf(decoded(withText(foreignCard2017(), 248, "Y"))) == kDamaged);
    CHECK(codeOf(decoded(withText(foreignCard2023(), 248, "I"))) == kDamaged);
    CHECK(codeOf(decoded(withText(foreignCard2023(), 248, " "))) == kDamaged);
}

TEST_CASE("D6 a foreigner's card may have no Chinese name, but an English one") {
    for (const IdCard& card : {foreignCard2017(), foreignCard2023()}) {
        const auto nameless = decodedWith(card, [](IdCard& it) { it.name.clear(); });
        REQUIRE(nameless);
        CHECK(nameless->name.empty());
        CHECK(nameless->englishName == card.englishName);
        CHECK(codeOf(decodedWith(card, [](IdCard& it) { it.englishName.clear(); })) == kDamaged);
    }
}

TEST_CASE("D6 an English name goes on in its second place, a space between them kept") {
    const std::string full(46, 'W');
    for (std::size_t space = 33; space < 37; ++space) {
        std::string name = full;
        name[space] = ' ';
        const auto card =
            decodedWith(foreignCard2023(), [&](IdCard& it) { it.englishName = name; });
        REQUIRE(card);
        CHECK(card->englishName == name);
    }
    const auto longest =
        decodedWith(foreignCard2017(), [](IdCard& it) { it.englishName = std::string(60, 'M'); });
    CHECK(longest->englishName == std::string(60, 'M'));
}

TEST_CASE("D6 the number of 2023 must stand the citizens' check and begin with 9") {
    for (const Specimen& specimen : kSpecimens) {
        const IdCard card = cardOf(specimen);
        CHECK(decoded(encodeRecord(card)) == card);
        for (std::size_t at = 0; at < card.number.size(); ++at) {
            const auto changed = decodedWith(card, [at](IdCard& it) {
                it.number[at] = it.number[at] == '9' ? '0' : static_cast<char>(it.number[at] + 1);
            });
            CHECK(codeOf(changed) == kDamaged);
        }
    }
    const auto citizens = decodedWith(cardOf(kSpecimens[1]), [](IdCard& card) {
        card.number = permitCard().number; // right check digit, and does not begin with 9
        card.birth = permitCard().birth;
    });
    CHECK(codeOf(citizens) == kDamaged);
}

TEST_CASE("D6 the check digit of 2017 is a doubt at most") {
    for (char last = '0'; last <= '9'; ++last) {
        const auto card =
            decodedWith(foreignCard2017(), [last](IdCard& it) { it.number.back() = last; });
        REQUIRE(card);
        CHECK(card->numberDoubt == (last == '0' ? Doubt::none : Doubt::check));
    }
}

TEST_CASE("D6 a number of 2017 is three letters and twelve digits with the card's birth inside") {
    for (const char* number : {"CAN11008108031", "CA1110081080319", "CANX10081080319",
                               "can110081080319", "CAN110081080419"})
        CHECK(codeOf(decodedWith(foreignCard2017(),
                                 [number](IdCard& card) { card.number = number; })) == kDamaged);
}

TEST_CASE("D6 the former number follows from the link, and an odd link is no damage") {
    CHECK(decoded(withText(foreignCard2023(), 250, "002"))->formerNumber == "CAN110081080323");
    for (std::string_view link : {"   ", "0 2", "A02"})
        CHECK(decoded(withText(foreignCard2023(), 250, link))->formerNumber.empty());
}

TEST_CASE("D6 a permit's number may begin as no permit's does, yet must stand its check") {
    CHECK(decoded(encodeRecord(permitCard()))->numberDoubt == Doubt::none);
    const auto elsewhere = decodedWith(permitCard(), [](IdCard& card) {
        card.number = sampleCard().number;
        card.birth = sampleCard().birth;
        card.sex = sampleCard().sex;
    });
    REQUIRE(elsewhere);
    CHECK(elsewhere->numberDoubt == Doubt::division);
    CHECK(codeOf(decodedWith(permitCard(), [](IdCard& card) { card.number.back() = '3'; })) ==
          kDamaged);
    CHECK(codeOf(decodedWith(permitCard(), [](IdCard& card) { card.sex = "1"; })) == kDamaged);
}

TEST_CASE("D6 birth and number must agree on every layout") {
    for (const IdCard& card : cardOfEachLayout())
        CHECK(codeOf(decodedWith(card, [](IdCard& it) {
                  it.birth = std::chrono::sys_days(it.birth) + std::chrono::days(1);
              })) == kDamaged);
}

TEST_CASE("D6 counts, sex and nationality are codes, and only citizens' cards last for ever") {
    CHECK(codeOf(decoded(withText(permitCard(), 238, "x1"))) == kDamaged);
    CHECK(decoded(withText(permitCard(), 238, "  "))->issueCount.empty());
    CHECK(codeOf(decoded(withText(foreignCard2023(), 32, "1 "))) == kDamaged);
    for (const IdCard& card : {foreignCard2017(), foreignCard2023()}) {
        CHECK(codeOf(decodedWith(card, [](IdCard& it) { it.nationality = "124"; })) == kDamaged);
        CHECK(codeOf(decodedWith(card, [](IdCard& it) { it.nationality = "CA"; })) == kDamaged);
        CHECK(codeOf(decodedWith(card, [](IdCard& it) { it.sex = "F"; })) == kDamaged);
    }
    for (const IdCard& card : {permitCard(), foreignCard2017(), foreignCard2023()})
        CHECK(codeOf(decodedWith(card, [](IdCard& it) { it.validUntil.reset(); })) == kDamaged);
}
