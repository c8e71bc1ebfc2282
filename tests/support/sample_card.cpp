// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_card.h"

namespace kiosk::tests {

namespace {

using drivers::IdCard;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

/// Bytes that count up, so that a photo shifted or cut is seen.
Bytes samplePhoto() {
    Bytes photo(1024);
    for (std::size_t i = 0; i < photo.size(); ++i)
        photo[i] = static_cast<std::byte>(i * 7 % 251);
    return photo;
}

} // namespace

IdCard sampleCard() {
    return {.layout = IdCard::Layout::mainland,
            .name = "云小满",
            .sex = "1",
            .ethnicity = "01",
            .birth = year(1990) / month(3) / day(7),
            .address = "云州市溪桥区柳荫路8号3单元402室",
            .number = "990000199003071235",
            .issuer = "云州市公安局溪桥分局",
            .validFrom = year(2019) / month(5) / day(20),
            .validUntil = year(2039) / month(5) / day(20),
            .photo = samplePhoto()};
}

IdCard otherCard() {
    IdCard card = sampleCard();
    card.name = "阿依古丽·𠮷木𬭎";
    card.sex = "2";
    card.ethnicity = "05";
    card.birth = year(1984) / month(11) / day(20);
    card.number = "990101198411202465";
    card.newestAddress = "云州市月湾区长堤路21号1单元";
    card.validUntil = std::nullopt;
    return card;
}

IdCard permitCard() {
    return {.layout = IdCard::Layout::hkMacaoTaiwan,
            .name = "海澄",
            .sex = "2",
            .birth = year(1992) / month(1) / day(30),
            .address = "云州市溪桥区柳荫路9号1单元101室",
            .number = "830000199201300022",
            .issuer = "云州市公安局",
            .validFrom = year(2022) / month(4) / day(1),
            .validUntil = year(2027) / month(4) / day(1),
            .passNumber = "00112233",
            .issueCount = "02",
            .photo = samplePhoto()};
}

IdCard foreignCard2017() {
    return {.layout = IdCard::Layout::foreigner2017,
            .englishName = "OAKFORD, WINIFRED ANNABEL",
            .sex = "2",
            .nationality = "CAN",
            .birth = year(1981) / month(8) / day(3),
            .number = "CAN110081080319",
            .numberDoubt = IdCard::NumberDoubt::check,
            .issuer = "9901",
            .validFrom = year(2018) / month(2) / day(9),
            .validUntil = year(2028) / month(2) / day(8),
            .version = "01",
            .photo = samplePhoto()};
}

IdCard foreignCard2023() {
    return {.layout = IdCard::Layout::foreigner2023,
            .name = "欧薇安",
            .englishName = "OAKFORD, WINIFRED ANNABEL MARGARET SOPHY", // a space is the 35th
            .sex = "2",
            .nationality = "CAN",
            .birth = year(1981) / month(8) / day(3),
            .number = "911124198108030024",
            .formerNumber = "CAN110081080310",
            .validFrom = year(2024) / month(1) / day(15),
            .validUntil = year(2034) / month(1) / day(14),
            .renewals = "01",
            .photo = samplePhoto()};
}

std::vector<IdCard> cardOfEachLayout() {
    return {sampleCard(), permitCard(), foreignCard2017(), foreignCard2023()};
}

} // namespace kiosk::tests
