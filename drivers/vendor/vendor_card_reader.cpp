// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include <strings.h>

#include "drivers/vendor/vendor.h"
#include "drivers/vendor/vendor_device.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;
using namespace vendor;

constexpr Milliseconds kQuickLook = 1s;
constexpr Milliseconds kWholeRead = 5s;

constexpr std::array kLayouts{IdCard::Layout::mainland, IdCard::Layout::hkMacaoTaiwan,
                              IdCard::Layout::foreigner2017, IdCard::Layout::foreigner2023};
constexpr std::array kDoubts{IdCard::NumberDoubt::none, IdCard::NumberDoubt::division,
                             IdCard::NumberDoubt::check};

/// "2019-05-20"; "vendor.bad-text" for what is no day.
Result<std::chrono::year_month_day> dayIn(const std::string& text, std::string_view what) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const char* end = text.data() + text.size();
    const auto number = [end](const char* from, auto& value) {
        return from < end ? std::from_chars(from, end, value).ptr : from;
    };
    const char* at = number(text.data(), year);
    at = at != end && *at == '-' ? number(at + 1, month) : nullptr;
    at = at != nullptr && at != end && *at == '-' ? number(at + 1, day) : nullptr;
    const auto date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    if (at != end || !date.ok())
        return wrong("vendor.bad-text", what);
    return date;
}

/// The members that only some layouts carry.
Result<> readRest(const kiosk_id_card& told, IdCard& card) {
    card.englishName = TRY(textOf(told.english_name, "english_name"));
    card.ethnicity = TRY(textOf(told.ethnicity, "ethnicity"));
    card.nationality = TRY(textOf(told.nationality, "nationality"));
    card.address = TRY(textOf(told.address, "address"));
    card.newestAddress = TRY(textOf(told.newest_address, "newest_address"));
    card.formerNumber = TRY(textOf(told.former_number, "former_number"));
    card.issuer = TRY(textOf(told.issuer, "issuer"));
    card.passNumber = TRY(textOf(told.pass_number, "pass_number"));
    card.issueCount = TRY(textOf(told.issue_count, "issue_count"));
    card.renewals = TRY(textOf(told.renewals, "renewals"));
    card.version = TRY(textOf(told.version, "version"));
    return {};
}

/// A card without number, name or a day of birth was not read whole, whatever the module says.
Result<IdCard> cardFrom(const kiosk_id_card& told) {
    IdCard card;
    card.layout = TRY(valueOf(kLayouts, told.layout, "layout"));
    card.numberDoubt = TRY(valueOf(kDoubts, told.number_doubt, "number_doubt"));
    TRY(readRest(told, card));
    card.name = TRY(textOf(told.name, "name"));
    card.sex = TRY(textOf(told.sex, "sex"));
    card.number = TRY(textOf(told.number, "number"));
    card.birth = TRY(dayIn(TRY(textOf(told.birth, "birth")), "birth"));
    card.validFrom = TRY(dayIn(TRY(textOf(told.valid_from, "valid_from")), "valid_from"));
    const std::string until = TRY(textOf(told.valid_until, "valid_until"));
    if (!until.empty())
        card.validUntil = TRY(dayIn(until, "valid_until"));
    const auto photo = std::as_bytes(std::span(told.photo));
    card.photo.assign(photo.begin(), photo.end());
    if (card.number.empty() || (card.name.empty() && card.englishName.empty()))
        return wrong("vendor.bad-text", "a card without name or number");
    return card;
}

class VendorCardReader final : public CardReader {
public:
    VendorCardReader(OpenedDevice device, const kiosk_card_reader_ops& ops,
                     CardReaderCapabilities can)
        : device_(std::move(device)), ops_(ops), can_(std::move(can)) {}

    DeviceIdentity identity() const override { return device_.identity(); }
    CardReaderCapabilities capabilities() const override { return can_; }
    Result<> reset(std::stop_token stop) override { return device_.reset(stop); }
    Result<bool> findCard(std::stop_token stop) override {
        std::int32_t found = 0;
        TRY(device_.ask(kQuickLook, stop, ops_.find_card, &found));
        return yesOrNo(found, "found");
    }
    Result<IdCard> readCard(std::stop_token stop) override {
        auto told = std::make_unique<kiosk_id_card>(sized<kiosk_id_card>());
        const auto read = device_.ask(kWholeRead, stop, ops_.read_card, told.get());
        Result<IdCard> card = read ? cardFrom(*told) : std::unexpected(read.error());
        ::explicit_bzero(told.get(), sizeof(*told));
        return card;
    }
    Result<bool> cardStillThere(std::stop_token stop) override {
        std::int32_t there = 0;
        TRY(device_.ask(kQuickLook, stop, ops_.card_still_there, &there));
        return yesOrNo(there, "there");
    }
    Result<std::string> samNumber(std::stop_token stop) override {
        char number[64] = {};
        TRY(device_.ask(kQuickLook, stop, ops_.sam_number, number));
        return textOf(number, "number of the security module");
    }

private:
    OpenedDevice device_;
    kiosk_card_reader_ops ops_;
    CardReaderCapabilities can_;
};

Result<CardReaderCapabilities> capabilitiesOf(const OpenedDevice& device,
                                              const kiosk_card_reader_ops& ops) {
    auto told = sized<kiosk_card_reader_capabilities>();
    TRY(device.askAtOnce(ops.capabilities, &told));
    return CardReaderCapabilities{
        .layouts = valuesIn(kLayouts, told.layouts),
        .tellsRemoval = TRY(yesOrNo(told.tells_removal, "tells_removal")),
        .seesCardStay = TRY(yesOrNo(told.sees_card_stay, "sees_card_stay")),
        .hasSecurityModule = TRY(yesOrNo(told.has_security_module, "has_security_module"))};
}

} // namespace

Result<std::unique_ptr<CardReader>> vendor::openCardReader(std::shared_ptr<const Module> module,
                                                           const std::string& at) {
    auto opened = TRY(openClass(std::move(module), at, &Module::cardReader));
    auto can = TRY(capabilitiesOf(opened.first, opened.second));
    return std::make_unique<VendorCardReader>(std::move(opened.first), opened.second,
                                              std::move(can));
}

Result<std::unique_ptr<CardReader>> openVendorCardReader(const std::string& at) {
    const Place place = placeIn(at);
    return openCardReader(TRY(Module::load(place.file)), place.at);
}

} // namespace kiosk::drivers
