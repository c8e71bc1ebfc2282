// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_card.h"

#include <array>
#include <cstdio>

#include "firmware/base/text.h"

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

std::string dateText(std::chrono::year_month_day date) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

void put(Bytes& record, std::size_t offset, std::size_t size, std::string_view text) {
    const Bytes utf16 = utf16LeFromUtf8(text);
    for (std::size_t i = 0; i < size && i < utf16.size(); ++i)
        record[offset + i] = utf16[i];
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
    card.validUntil = std::nullopt;
    return card;
}

Bytes encodeRecord(const IdCard& card) {
    Bytes record = utf16LeFromUtf8(std::string(128, ' '));
    put(record, 0, 30, card.name);
    put(record, 30, 2, card.sex);
    put(record, 32, 4, card.ethnicity);
    put(record, 36, 16, dateText(card.birth));
    put(record, 52, 70, card.address);
    put(record, 122, 36, card.number);
    put(record, 158, 30, card.issuer);
    put(record, 188, 16, dateText(card.validFrom));
    put(record, 204, 16, card.validUntil ? dateText(*card.validUntil) : "长期");
    return record;
}

} // namespace kiosk::tests
