// SPDX-License-Identifier: Apache-2.0
#include "tests/support/card_record.h"

#include <array>
#include <cstdio>

#include "firmware/base/text.h"

namespace kiosk::tests {

namespace {

using drivers::IdCard;

std::string dateText(std::chrono::year_month_day date) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

/// A record being filled: places and sizes in bytes, as the layouts' tables give them.
class Record {
public:
    void put(std::size_t offset, std::size_t size, std::string_view text) {
        const Bytes utf16 = utf16LeFromUtf8(text);
        for (std::size_t i = 0; i < size && i < utf16.size(); ++i)
            bytes_[offset + i] = utf16[i];
    }
    void putValidity(const IdCard& card) {
        put(188, 16, dateText(card.validFrom));
        put(204, 16, card.validUntil ? dateText(*card.validUntil) : "长期");
    }
    /// What the mainland card and the permit have in the same places.
    void putCitizen(const IdCard& card) {
        put(0, 30, card.name);
        put(30, 2, card.sex);
        put(36, 16, dateText(card.birth));
        put(52, 70, card.address);
        put(122, 36, card.number);
        put(158, 30, card.issuer);
    }
    Bytes take() { return std::move(bytes_); }

private:
    Bytes bytes_ = utf16LeFromUtf8(std::string(128, ' '));
};

void putMainland(Record& record, const IdCard& card) {
    record.putCitizen(card);
    record.put(32, 4, card.ethnicity);
}

void putPermit(Record& record, const IdCard& card) {
    record.putCitizen(card);
    record.put(220, 18, card.passNumber);
    record.put(238, 4, card.issueCount);
    record.put(248, 2, "J");
}

void putForeigner2017(Record& record, const IdCard& card) {
    record.put(0, 120, card.englishName);
    record.put(120, 2, card.sex);
    record.put(122, 30, card.number);
    record.put(152, 6, card.nationality);
    record.put(158, 30, card.name);
    record.put(220, 16, dateText(card.birth));
    record.put(236, 4, card.version);
    record.put(240, 8, card.issuer);
    record.put(248, 2, "I");
}

/// The former number is linked by three of its own digits.
void putForeigner2023(Record& record, const IdCard& card) {
    record.put(0, 30, card.name);
    record.put(30, 2, card.sex);
    record.put(32, 4, card.renewals);
    record.put(36, 16, dateText(card.birth));
    record.put(52, 70, card.englishName.substr(0, 35));
    if (card.englishName.size() > 35)
        record.put(220, 22, card.englishName.substr(35));
    record.put(122, 36, card.number);
    record.put(242, 6, card.nationality);
    record.put(248, 2, "Y");
    if (!card.formerNumber.empty())
        record.put(250, 6, card.formerNumber.substr(5, 2) + card.formerNumber.substr(13, 1));
}

} // namespace

Bytes encodeRecord(const IdCard& card) {
    Record record;
    record.putValidity(card);
    switch (card.layout) {
    case IdCard::Layout::mainland:
        putMainland(record, card);
        break;
    case IdCard::Layout::hkMacaoTaiwan:
        putPermit(record, card);
        break;
    case IdCard::Layout::foreigner2017:
        putForeigner2017(record, card);
        break;
    case IdCard::Layout::foreigner2023:
        putForeigner2023(record, card);
        break;
    }
    return record.take();
}

Bytes encodeNewestAddress(const IdCard& card) {
    if (card.newestAddress.empty())
        return {};
    constexpr std::size_t kUnits = 35;
    Bytes address = utf16LeFromUtf8(card.newestAddress + std::string(kUnits, ' '));
    address.resize(2 * kUnits);
    return address;
}

} // namespace kiosk::tests
