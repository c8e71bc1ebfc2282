// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

using Phase = IdentifyView::Phase;

Holder::Certificate certificateOf(drivers::IdCard::Layout layout) {
    using Layout = drivers::IdCard::Layout;
    switch (layout) {
    case Layout::mainland:
    case Layout::socialSecurity: // its number is that of the resident ID card
        break;
    case Layout::hkMacaoTaiwan:
        return Holder::Certificate::hkMacaoTaiwanPermit;
    case Layout::foreigner2017:
    case Layout::foreigner2023:
        return Holder::Certificate::permanentResidenceCard;
    }
    return Holder::Certificate::residentIdCard;
}

/// A card holds good to the end of its last day.
bool isExpired(const drivers::IdCard& card, Date today) {
    return card.validUntil && *card.validUntil < today;
}

/// Nobody vouches for a card that anyone can copy: it identifies where the kiosk's policy says so.
bool isAccepted(const drivers::IdCard& card, const Surroundings& surroundings) {
    return card.layout != drivers::IdCard::Layout::socialSecurity ||
           surroundings.acceptsSocialSecurityCards;
}

/// The card named a person: everything else on it is let go here.
Step cardRead(const Result<drivers::IdCard>& card, const Surroundings& surroundings) {
    const std::optional<Error> problem =
        card ? whyNoProof(*card, surroundings) : std::optional(card.error());
    if (!problem) {
        Step next = toSearching(Found{.holder = holderOf(*card)}, surroundings.regions);
        next.commands.insert(next.commands.begin(), command::StopWatchingForCard{});
        next.commands.emplace_back(command::WatchForOthers{});
        return next;
    }
    if (problem->remedy() == Remedy::citizenAgain)
        return {state::Identify{Phase::askAgain, problem->code()}, {command::WatchForCard{}}};
    return toCardTrouble(*problem);
}

} // namespace

Holder holderOf(const drivers::IdCard& card) {
    Holder holder{.name = card.name,
                  .code = card.number,
                  .certificate = certificateOf(card.layout),
                  .latinName = card.englishName};
    if (holder.name.empty())
        holder.name = std::exchange(holder.latinName, {});
    return holder;
}

std::optional<Error> whyNoProof(const drivers::IdCard& card, const Surroundings& surroundings) {
    if (!isAccepted(card, surroundings))
        return Error{ErrorKind::refused, "card.not-accepted", Remedy::citizenAgain};
    if (isExpired(card, surroundings.today))
        return Error{ErrorKind::refused, "card.expired", Remedy::attendant, "valid until is over"};
    return std::nullopt;
}

Step toCardTrouble(Error error) {
    return {state::Trouble{.error = std::move(error), .canRetry = true, .canCheckCopy = true},
            {command::EndVisit{}}};
}

Step toIdentify() {
    return {state::Identify{}, {command::WatchForCard{}}};
}

Step fromStart(state::Start state, const Event& event) {
    if (touched<touch::Begin>(event) != nullptr)
        return toIdentify();
    if (touched<touch::BeginCopyCheck>(event) != nullptr)
        return toScan();
    return stay(state);
}

Step fromIdentify(state::Identify state, const Event& event, const Surroundings& surroundings) {
    if (is<event::CardLaid>(event) != nullptr)
        return {state::Identify{Phase::reading, {}}, {command::ReadCard{}}};
    if (const auto* read = is<event::CardRead>(event))
        return cardRead(read->card, surroundings);
    if (touched<touch::HelpSomebody>(event) != nullptr)
        return toCompanionCard();
    if (touched<touch::Back>(event) != nullptr)
        return toStart();
    return stay(std::move(state));
}

} // namespace kiosk::visit
