// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/pcsc/pcsc_card_reader.h"

#include <array>
#include <type_traits>

#include "drivers/card_reader/pcsc/codec/social_security.h"
#include "drivers/card_reader/pcsc/pcsc_link.h"

namespace kiosk::drivers::pcsc {

namespace {

template <typename T>
Result<T> told(ChipResult<T> result, std::string_view what) {
    if (!result)
        return std::unexpected(asError(result.error(), what));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
    else
        return {};
}

std::string inWords(std::uint16_t status) {
    const std::array bytes{static_cast<std::byte>(status >> 8),
                           static_cast<std::byte>(status & 0xFF)};
    return "status " + toHex(bytes);
}

} // namespace

DeviceIdentity PcscCardReader::identity() const {
    return {.module = "pcsc",
            .model = link_->readerName(),
            .serial = "",
            .firmware = "",
            .port = link_->readerName()};
}

CardReaderCapabilities PcscCardReader::capabilities() const {
    return {
        .layouts = {IdCard::Layout::socialSecurity}, .tellsRemoval = true, .seesCardStay = true};
}

Result<> PcscCardReader::check(std::stop_token stop) {
    TRY(look(stop));
    return {};
}

Result<> PcscCardReader::reset(std::stop_token stop) {
    link_->disconnect();
    hasDealt_ = false;
    lastWasGood_ = false;
    return check(std::move(stop));
}

Result<bool> PcscCardReader::findCard(std::stop_token stop) {
    lastWasGood_ = false;
    const ChipSeat seat = TRY(look(stop));
    return seat.present && (!hasDealt_ || seat.changes != dealtWith_);
}

Result<IdCard> PcscCardReader::readCard(std::stop_token stop) {
    const ChipSeat seat = TRY(look(stop));
    if (hasDealt_ && seat.changes == dealtWith_)
        return std::unexpected(asError(CardTrouble::selectFailed, "read already"));
    dealtWith_ = seat.changes;
    hasDealt_ = true;
    auto card = readWhole(stop);
    link_->disconnect();
    lastWasGood_ = card.has_value();
    return card;
}

Result<bool> PcscCardReader::cardStillThere(std::stop_token stop) {
    if (!lastWasGood_)
        return false;
    const ChipSeat seat = TRY(look(stop));
    lastWasGood_ = seat.present && seat.changes == dealtWith_;
    return lastWasGood_;
}

Result<std::string> PcscCardReader::samNumber(std::stop_token stop) {
    TRY(look(stop));
    return std::string();
}

Result<ChipSeat> PcscCardReader::look(const std::stop_token& stop) {
    if (stop.stop_requested())
        return std::unexpected(asError(CardTrouble::cancelled));
    return told(link_->look(), "looking for a card");
}

Result<IdCard> PcscCardReader::readWhole(const std::stop_token& stop) {
    TRY(told(link_->connect(), "powering the card"));
    TRY(carryOut(selectApplication(socialSecurityName()), CardTrouble::wrongKind, stop));
    std::array<Bytes, kSocialSecurityItems.size()> records;
    std::array<ByteView, kSocialSecurityItems.size()> values;
    std::uint16_t selected = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const SocialSecurityItem& item = kSocialSecurityItems[i];
        if (item.file != selected)
            TRY(carryOut(selectFile(item.file), CardTrouble::readFailed, stop));
        selected = item.file;
        records[i] = TRY(record(item.record, stop));
        values[i] = TRY(valueOf(records[i], item.tag));
    }
    return decodeSocialSecurity(values);
}

Result<Bytes> PcscCardReader::record(std::uint8_t number, const std::stop_token& stop) {
    Bytes reply = TRY(exchange(readRecord(number), stop));
    ChipReply said = TRY(decodeReply(reply));
    if (said.wantsSize() || said.hasMore()) {
        reply = TRY(exchange(
            said.hasMore() ? getResponse(said.size()) : readRecord(number, said.size()), stop));
        said = TRY(decodeReply(reply));
    }
    if (said.status == kStatusLocked)
        return std::unexpected(asError(CardTrouble::refused, "it wants a PIN first"));
    if (said.status != kStatusDone)
        return std::unexpected(asError(CardTrouble::readFailed, inWords(said.status)));
    return Bytes(said.data.begin(), said.data.end());
}

Result<Bytes> PcscCardReader::carryOut(ByteView command, CardTrouble otherwise,
                                       const std::stop_token& stop) {
    Bytes reply = TRY(exchange(command, stop));
    const ChipReply said = TRY(decodeReply(reply));
    if (!said.isDone())
        return std::unexpected(asError(otherwise, inWords(said.status)));
    return reply;
}

Result<Bytes> PcscCardReader::exchange(ByteView command, const std::stop_token& stop) {
    if (stop.stop_requested())
        return std::unexpected(asError(CardTrouble::cancelled));
    auto reply = link_->transmit(command);
    if (!reply && reply.error() == CardTrouble::readFailed) {
        // A card pulled in the middle often shows first as an exchange that failed.
        const auto seat = link_->look();
        if (seat && (!seat->present || seat->changes != dealtWith_))
            reply = std::unexpected(CardTrouble::removed);
    }
    return told(std::move(reply), "talking to the card");
}

Result<std::unique_ptr<CardReader>> openPcsc(const std::string& name) {
    return std::make_unique<PcscCardReader>(TRY(PcscLink::open(name)));
}

} // namespace kiosk::drivers::pcsc
