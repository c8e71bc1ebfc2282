// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/seeded_card.h"

#include <algorithm>
#include <utility>

#include "firmware/base/text.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::bench {

namespace {

using drivers::IdCard;
using std::chrono::year;

constexpr std::size_t kPhotoBytes = 1024;
constexpr std::size_t kSizeOf2017 = 15;

Date dateFrom(std::string_view yyyymmdd) {
    const auto part = [&](std::size_t from, std::size_t count) {
        return static_cast<unsigned>(parseInteger(yyyymmdd.substr(from, count)).value_or(1));
    };
    return Date(std::chrono::year(static_cast<int>(part(0, 4))), std::chrono::month(part(4, 2)),
                std::chrono::day(part(6, 2)));
}

IdCard cardOf(const Holder& person, Stage::Card state) {
    const Date end = state == Stage::Card::expired ? year(2025) / 12 / 31 : year(2040) / 12 / 31;
    return {.name = person.name,
            .number = person.code,
            .validFrom = year(2020) / 1 / 1,
            .validUntil = end,
            .photo = Bytes(kPhotoBytes)};
}

/// Birth and sex as a number of 18 characters says them.
IdCard cardByNumber(const Holder& person, Stage::Card state) {
    IdCard card = cardOf(person, state);
    card.birth = dateFrom(card.number.substr(6, 8));
    card.sex = (card.number[16] - '0') % 2 == 1 ? "1" : "2";
    return card;
}

IdCard citizensCard(IdCard card) {
    card.address = "云州市浮梦区星河路1号";
    card.issuer = "云州市公安局";
    return card;
}

IdCard residentCard(const Holder& person, Stage::Card state) {
    IdCard card = citizensCard(cardByNumber(person, state));
    card.ethnicity = "01";
    return card;
}

IdCard permit(const Holder& person, Stage::Card state) {
    IdCard card = citizensCard(cardByNumber(person, state));
    card.layout = IdCard::Layout::hkMacaoTaiwan;
    card.numberDoubt = IdCard::NumberDoubt::division; // invented numbers begin as none does
    card.passNumber = "00998877";
    card.issueCount = "01";
    return card;
}

IdCard foreignCard2023(const Holder& person, Stage::Card state) {
    IdCard card = cardByNumber(person, state);
    card.layout = IdCard::Layout::foreigner2023;
    card.englishName = "BEXLEY SIMON YARROW";
    card.nationality = "XXA";
    card.renewals = "00";
    return card;
}

/// Without a Chinese name. The number tells no sex and no century.
IdCard foreignCard2017(const Holder& person, Stage::Card state) {
    IdCard card = cardOf(person, state);
    card.layout = IdCard::Layout::foreigner2017;
    card.englishName = std::exchange(card.name, {});
    card.sex = "2";
    card.birth = dateFrom("19" + card.number.substr(7, 6));
    card.nationality = card.number.substr(0, 3);
    card.issuer = card.number.substr(3, 4);
    card.version = "01";
    return card;
}

} // namespace

Result<IdCard> cardOf(const std::string& name, Stage::Card state) {
    const std::vector<Holder> people = sandbox::people();
    const auto person = std::ranges::find(people, name, &Holder::name);
    if (person == people.end())
        return fail(ErrorKind::notFound, "bench.unknown-person", Remedy::configuration);
    if (person->certificate == Holder::Certificate::hkMacaoTaiwanPermit)
        return permit(*person, state);
    if (person->certificate == Holder::Certificate::residentIdCard)
        return residentCard(*person, state);
    return person->code.size() == kSizeOf2017 ? foreignCard2017(*person, state)
                                              : foreignCard2023(*person, state);
}

} // namespace kiosk::bench
