// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/sam_card_reader.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>

#include "drivers/card_reader/sam/codec/record/record.h"
#include "drivers/card_reader/sam/codec/status.h"

namespace kiosk::drivers::sam {

namespace {

/// Of the 5 s a read may take; the rest is for resetting a module that is out of step.
constexpr std::chrono::milliseconds kWholeRead{4000};

std::string inWords(Command command, std::uint8_t status) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "command %02X %02X, status %02X",
                  unsigned{command.command}, unsigned{command.parameter}, unsigned{status});
    return text.data();
}

std::string inWords(Command command) {
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "command %02X %02X", unsigned{command.command},
                  unsigned{command.parameter});
    return text.data();
}

/// Statuses with which a module says that the card it read is no longer under it.
bool saysCardIsAway(std::uint8_t status) {
    constexpr std::array kAway{std::uint8_t{0x80}, std::uint8_t{0x81}, std::uint8_t{0x40},
                               std::uint8_t{0x41}};
    return std::ranges::find(kAway, status) != kAway.end();
}

} // namespace

Result<std::unique_ptr<SamCardReader>> SamCardReader::open(std::unique_ptr<FrameChannel> channel,
                                                           const Clock& clock, SamTiming timing) {
    std::unique_ptr<SamCardReader> reader(new SamCardReader(std::move(channel), clock, timing));
    TRY(reader->carryOut(kModuleStatus, reader->within(timing.control), {}));
    reader->identity_ = reader->module_.identity();
    reader->identity_.serial = TRY(reader->samNumber({}));
    return reader;
}

CardReaderCapabilities SamCardReader::capabilities() const {
    using enum IdCard::Layout;
    return {.layouts = {mainland, hkMacaoTaiwan, foreigner2017, foreigner2023},
            .tellsRemoval = false, // status 41 for both
            .seesCardStay = true,
            .hasSecurityModule = true};
}

Result<> SamCardReader::reset(std::stop_token stop) {
    lastRead_ = LastRead::none;
    TRY(carryOut(kResetModule, within(module_.timing().control), stop));
    TRY(carryOut(kModuleStatus, within(module_.timing().control), stop));
    return {};
}

Result<bool> SamCardReader::findCard(std::stop_token stop) {
    lastRead_ = LastRead::none;
    const Answer answer = TRY(ask(kFindCard, within(module_.timing().control), stop));
    if (answer.reply.status == kNoCard)
        return false;
    if (meaningOf(answer.reply.status).trouble)
        return std::unexpected(errorOf(kFindCard, answer.reply.status, stop));
    return true;
}

Result<IdCard> SamCardReader::readCard(std::stop_token stop) {
    const SteadyTime deadline = within(kWholeRead);
    lastRead_ = LastRead::none;
    TRY(carryOut(kSelectCard, std::min(deadline, within(module_.timing().control)), stop));
    auto card = readOnce(deadline, stop);
    if (!card && card.error().code() == "card.damaged")
        card = readOnce(deadline, stop);
    if (!card)
        return card;
    const bool ofCitizen =
        card->layout == IdCard::Layout::mainland || card->layout == IdCard::Layout::hkMacaoTaiwan;
    if (ofCitizen)
        card->newestAddress = TRY(readNewestAddress(deadline, stop));
    lastRead_ = LastRead::good;
    return card;
}

Result<IdCard> SamCardReader::readOnce(SteadyTime deadline, const std::stop_token& stop) {
    const SteadyTime until = std::min(deadline, within(module_.timing().read));
    const Answer answer = TRY(carryOut(kReadTextAndPhoto, until, stop));
    return decodeRecord(TRY(decodeCardData(answer.reply.data)));
}

Result<std::string> SamCardReader::readNewestAddress(SteadyTime deadline,
                                                     const std::stop_token& stop) {
    const SteadyTime until = std::min(deadline, within(module_.timing().control));
    const Answer answer = TRY(ask(kReadNewestAddress, until, stop));
    const std::uint8_t status = answer.reply.status;
    if (status == kNoSuchItem || status == kUnknownCommand) // of the card, or of the module
        return std::string();
    if (meaningOf(status).trouble)
        return std::unexpected(errorOf(kReadNewestAddress, status, stop));
    return decodeNewestAddress(answer.reply.data);
}

Result<bool> SamCardReader::cardStillThere(std::stop_token stop) {
    if (lastRead_ == LastRead::none)
        return false;
    // Searching again would not tell: a card once read is not found until it was lifted. Reading
    // the extra address needs the card and, right after a read, no new selection.
    const Answer answer = TRY(ask(kReadNewestAddress, within(module_.timing().control), stop));
    const std::uint8_t status = answer.reply.status;
    if (status == kDone || status == kNoSuchItem)
        return true;
    if (!saysCardIsAway(status))
        return std::unexpected(errorOf(kReadNewestAddress, status, stop));
    lastRead_ = LastRead::none;
    return false;
}

Result<std::string> SamCardReader::samNumber(std::stop_token stop) {
    const Answer answer = TRY(carryOut(kReadSamId, within(module_.timing().control), stop));
    return formatSamNumber(answer.reply.data);
}

Result<Answer> SamCardReader::ask(Command command, SteadyTime deadline,
                                  const std::stop_token& stop) {
    auto answer = module_.exchange(command, deadline, stop);
    const bool broken = answer ? meaningOf(answer->reply.status).recovery == Recovery::resend
                               : answer.error() == CardTrouble::garbled;
    if (broken)
        answer = module_.exchange(command, deadline, stop);
    if (!answer)
        return std::unexpected(asError(answer.error(), inWords(command)));
    return std::move(*answer);
}

Result<Answer> SamCardReader::carryOut(Command command, SteadyTime deadline,
                                       const std::stop_token& stop) {
    Answer answer = TRY(ask(command, deadline, stop));
    if (meaningOf(answer.reply.status).trouble)
        return std::unexpected(errorOf(command, answer.reply.status, stop));
    return answer;
}

Error SamCardReader::errorOf(Command command, std::uint8_t status, const std::stop_token& stop) {
    const StatusMeaning meaning = meaningOf(status);
    if (meaning.recovery == Recovery::resetModule)
        // Whether it helped shows at the next card; this one has to be laid again either way.
        std::ignore = module_.exchange(kResetModule, within(module_.timing().control), stop);
    return asError(meaning.trouble.value_or(CardTrouble::unexpectedStatus),
                   inWords(command, status));
}

SteadyTime SamCardReader::within(std::chrono::milliseconds time) const {
    return module_.clock().steady() + time;
}

} // namespace kiosk::drivers::sam
