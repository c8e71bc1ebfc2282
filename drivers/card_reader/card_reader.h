// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/device/device.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers {

/// What an ID card holds, read whole and checked. Texts are UTF-8, as the card has them; what a
/// card's layout does not carry is empty. Personal data.
struct IdCard {
    enum class Layout {
        mainland,      ///< resident ID card
        hkMacaoTaiwan, ///< "J": residence permit for Hong Kong, Macao and Taiwan residents
        foreigner2017, ///< "I": foreign permanent resident ID card, first form
        foreigner2023, ///< "Y": the same, form of December 2023
        socialSecurity ///< a contact card; read by anyone, so whoever copies it is believed as well
    };
    /// What is odd about a number and yet does not say that the card was read wrongly.
    enum class NumberDoubt {
        none,
        division, ///< of a permit: not 810000, 820000 or 830000
        check     ///< of the form of 2017: even the public specimen fails its check
    };

    Layout layout = Layout::mainland;
    std::string name;        ///< Chinese, rare characters included; a foreigner may have none
    std::string englishName; ///< foreigners: capitals, never empty
    std::string sex;         ///< GB/T 2261.1 code "1", "2"
    std::string ethnicity;   ///< mainland: GB/T 3304 code "01"
    std::string nationality; ///< foreigners: ISO 3166 alpha-3 "CAN"
    std::chrono::year_month_day birth{};
    std::string address;       ///< citizens
    std::string newestAddress; ///< citizens: where the holder moved since, if the card was told
    std::string number;        ///< 18 characters with a right check digit; of 2017: 15
    NumberDoubt numberDoubt = NumberDoubt::none;
    std::string formerNumber; ///< of 2023: the 15 characters its holder had before, if any
    std::string issuer;       ///< citizens: its name; of 2017: code of the accepting authority
    std::chrono::year_month_day validFrom{};
    std::optional<std::chrono::year_month_day> validUntil; ///< nothing: 长期, mainland only
    std::string passNumber; ///< permit: of the travel pass its holder enters with, if any
    std::string issueCount; ///< permit: how often it was issued, two digits, if it says so
    std::string renewals;   ///< of 2023: how often it was renewed, two digits, if it says so
    std::string version;    ///< of 2017: two characters, if it says so
    Bytes photo;            ///< 1,024 bytes, opaque (needs a licensed decoder), or none

    bool operator==(const IdCard&) const = default;
};

/// What a reader with its driver can do. The conformance kit holds the driver to it.
struct CardReaderCapabilities {
    std::vector<IdCard::Layout> layouts; ///< those it reads; any other is "card.layout-unknown"
    bool tellsRemoval = false;           ///< "card.removed" apart from "card.read-failed"
    bool seesCardStay = false;           ///< cardStillThere() looks; without it, it answers false
    bool hasSecurityModule = false;      ///< samNumber() has a number; without one it is ""

    bool operator==(const CardReaderCapabilities&) const = default;
};

/// A reader for resident ID cards.
///
/// The errors are those of CardTrouble (card_trouble.h):
/// Retry, not fault (citizenAgain): "card.removed" lifted while read, where that shows
///   · "card.read-failed" · "card.select-failed" · "card.wrong-kind" another radio card
///   · "card.damaged" record wrong twice
/// Refused (attendant): "card.refused" card or module does not accept the other (status 31, 32, 33)
///   · "card.layout-unknown" laying it again would not help
/// Fault (technician): "reader.gone" unplugged · "reader.silent" no answer in time
///   · "reader.garbled" no whole frame twice · "reader.self-test" · "reader.not-authorised"
///   · "reader.other-sam" not the security module on record
/// Fault (supplier): "reader.unexpected-status" · Asked to stop: "reader.cancelled"
/// After a read, good or bad, the card must be lifted before it is found again.
class CardReader : public Device {
public:
    static constexpr std::chrono::milliseconds kLongestCall{5000};

    virtual CardReaderCapabilities capabilities() const = 0;
    /// Whether it is still there and willing: asked while nobody needs it, changes nothing. At most
    /// 2 s.
    virtual Result<> check(std::stop_token stop) {
        TRY(samNumber(std::move(stop)));
        return {};
    }
    /// Looks once for a card; true when one lies there that has not been read yet. At most 1 s;
    /// callers wait at least 300 ms between looks. No card is a status, not an error.
    virtual Result<bool> findCard(std::stop_token stop) = 0;
    /// Selects and reads the card found: all of it or an error; no field of a partial read ever
    /// leaves the driver (R1). At most 5 s.
    virtual Result<IdCard> readCard(std::stop_token stop) = 0;
    /// For its counters (drivers/device/tally.h): a card that was read.
    static bool isUse(const IdCard&) { return true; }
    /// Whether the card read last still lies there. At most 1 s.
    virtual Result<bool> cardStillThere(std::stop_token stop) = 0;
    /// "05.03-20100101-000012345-012345678": names the security module that vouches for what is
    /// read.
    virtual Result<std::string> samNumber(std::stop_token stop) = 0;
};

/// Whether the reader has the security module on the kiosk's record; an empty record fits all.
/// "reader.other-sam": whatever another module says of a card vouches for nobody.
Result<> checkSamNumber(CardReader& reader, std::string_view recorded);

} // namespace kiosk::drivers
