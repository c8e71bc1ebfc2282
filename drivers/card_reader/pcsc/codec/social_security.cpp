// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/pcsc/codec/social_security.h"

#include <algorithm>
#include <string_view>

#include <iconv.h>

#include "drivers/card_reader/card_trouble.h"
#include "firmware/base/text.h"

namespace kiosk::drivers::pcsc {

namespace {

using std::chrono::year_month_day;

constexpr std::string_view kName = "sx1.sh.\xC9\xE7\xBB\xE1\xB1\xA3\xD5\xCF";
constexpr std::size_t kNumberSize = 18;

std::unexpected<Error> wrong(std::string_view field) {
    return std::unexpected(asError(CardTrouble::damaged, field));
}

/// GB 18030 holds all of GBK.
Result<std::string> fromGbk(ByteView bytes, std::string_view field) {
    const iconv_t converter = ::iconv_open("UTF-8", "GB18030");
    std::string text(bytes.size() * 4, '\0'); // one byte becomes three at most
    auto* in = const_cast<char*>(reinterpret_cast<const char*>(bytes.data())); // not written to
    char* out = text.data();
    std::size_t inLeft = bytes.size();
    std::size_t outLeft = text.size();
    const std::size_t result = ::iconv(converter, &in, &inLeft, &out, &outLeft);
    ::iconv_close(converter);
    text.resize(text.size() - outLeft);
    const bool hasControl = std::ranges::any_of(text, [](unsigned char c) { return c < 0x20; });
    if (result == static_cast<std::size_t>(-1) || hasControl || text.empty())
        return wrong(field);
    return text;
}

ByteView withoutPadding(ByteView bytes) {
    while (!bytes.empty() && (bytes.back() == std::byte{0} || bytes.back() == std::byte{' '}))
        bytes = bytes.first(bytes.size() - 1);
    return bytes;
}

bool areDigits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Result<year_month_day> dayFrom(std::string_view digits, std::string_view field) {
    if (digits.size() != 8 || !areDigits(digits))
        return wrong(field);
    const auto number = [digits](std::size_t from, std::size_t count) {
        return static_cast<int>(parseInteger(digits.substr(from, count)).value_or(0));
    };
    const year_month_day day(std::chrono::year(number(0, 4)),
                             std::chrono::month(static_cast<unsigned>(number(4, 2))),
                             std::chrono::day(static_cast<unsigned>(number(6, 2))));
    if (!day.ok())
        return wrong(field);
    return day;
}

/// GB 11643: 18 characters, ISO 7064 MOD 11-2 over the whole comes out as 1.
bool isRightNumber(std::string_view number) {
    if (number.size() != kNumberSize || !areDigits(number.substr(0, kNumberSize - 1)))
        return false;
    if (number.back() != 'X' && !areDigits(number.substr(kNumberSize - 1)))
        return false;
    int sum = 0;
    for (const char c : number)
        sum = (sum * 2 + (c == 'X' ? 10 : c - '0')) % 11;
    return sum == 1;
}

} // namespace

ByteView socialSecurityName() {
    return bytesOf(kName);
}

Result<IdCard>
decodeSocialSecurity(const std::array<ByteView, kSocialSecurityItems.size()>& values) {
    const auto& [issued, validTo, number, name] = values;
    IdCard card{.layout = IdCard::Layout::socialSecurity,
                .name = TRY(fromGbk(withoutPadding(name), "name")),
                .number = toText(withoutPadding(number)),
                .validFrom = TRY(dayFrom(toHex(issued), "issued")),
                .validUntil = TRY(dayFrom(toHex(validTo), "valid until"))};
    if (!isRightNumber(card.number))
        return wrong("number");
    card.birth = TRY(dayFrom(std::string_view(card.number).substr(6, 8), "birth"));
    card.sex = (card.number[16] - '0') % 2 == 1 ? "1" : "2";
    if (*card.validUntil < card.validFrom)
        return wrong("valid until before issued");
    return card;
}

} // namespace kiosk::drivers::pcsc
