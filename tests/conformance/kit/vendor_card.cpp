// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/kit/vendor_card.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "tests/conformance/kit/case.h"

namespace kiosk::tests {

using drivers::CardTrouble;
using drivers::IdCard;

namespace {

template <std::size_t N>
void put(char (&room)[N], const std::string& text) {
    std::strncpy(room, text.c_str(), N - 1);
}

template <std::size_t N>
void put(char (&room)[N], std::chrono::year_month_day day) {
    std::snprintf(room, N, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

} // namespace

kiosk_id_card toVendor(const IdCard& card) {
    kiosk_id_card theirs{};
    theirs.struct_size = sizeof(theirs);
    theirs.layout = static_cast<int32_t>(card.layout) + 1;
    theirs.number_doubt = static_cast<int32_t>(card.numberDoubt) + 1;
    put(theirs.name, card.name);
    put(theirs.english_name, card.englishName);
    put(theirs.sex, card.sex);
    put(theirs.ethnicity, card.ethnicity);
    put(theirs.nationality, card.nationality);
    put(theirs.birth, card.birth);
    put(theirs.address, card.address);
    put(theirs.newest_address, card.newestAddress);
    put(theirs.number, card.number);
    put(theirs.former_number, card.formerNumber);
    put(theirs.issuer, card.issuer);
    put(theirs.valid_from, card.validFrom);
    if (card.validUntil)
        put(theirs.valid_until, *card.validUntil);
    put(theirs.pass_number, card.passNumber);
    put(theirs.issue_count, card.issueCount);
    put(theirs.renewals, card.renewals);
    put(theirs.version, card.version);
    std::memcpy(theirs.photo, card.photo.data(), std::min<std::size_t>(card.photo.size(), 1024));
    return theirs;
}

int32_t toVendor(CardTrouble trouble) {
    switch (trouble) {
    case CardTrouble::removed:
        return KIOSK_TROUBLE_REMOVED;
    case CardTrouble::readFailed:
        return KIOSK_TROUBLE_READ_FAILED;
    case CardTrouble::damaged:
        return KIOSK_TROUBLE_DAMAGED;
    case CardTrouble::wrongKind:
        return KIOSK_TROUBLE_WRONG_KIND;
    case CardTrouble::refused:
        return KIOSK_TROUBLE_REFUSED;
    default:
        throw NotOffered{"make this trouble"};
    }
}

} // namespace kiosk::tests
