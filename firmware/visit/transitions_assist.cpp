// SPDX-License-Identifier: Apache-2.0
// One helps another (R5): two cards, each read anew, and the holder's consent on record before
// anything is looked for.
#include <algorithm>

#include "firmware/licence/check_characters.h"
#include "firmware/visit/transitions.h"
#include "firmware/visit/ways_in.h"

namespace kiosk::visit {

namespace {

using Stage = state::Consent::Stage;

/// Too young, or nobody can tell.
std::optional<Error> whyTooYoung(const drivers::IdCard& card, Date today, int least,
                                 std::string_view code) {
    if (!card.birth.ok())
        return Error{ErrorKind::refused, "assist.age-unknown", Remedy::citizenAgain};
    if (ageOn(today, card.birth) < least)
        return Error{ErrorKind::refused, std::string(code), Remedy::attendant};
    return std::nullopt;
}

std::optional<Error> whyNoCompanion(const Result<drivers::IdCard>& card,
                                    const Surroundings& surroundings) {
    if (!card)
        return card.error();
    if (auto why = whyNoProof(*card, surroundings))
        return why;
    return whyTooYoung(*card, surroundings.today, kCompanionAge, "assist.companion-minor");
}

/// Two cards are needed: the companion's own does not stand for another's.
std::optional<Error> whyNoHolder(const Result<drivers::IdCard>& card, const Companion& companion,
                                 const Surroundings& surroundings) {
    if (!card)
        return card.error();
    if (card->number == companion.number)
        return Error{ErrorKind::refused, "assist.same-card", Remedy::citizenAgain};
    if (auto why = whyNoProof(*card, surroundings))
        return why;
    return whyTooYoung(*card, surroundings.today, kHolderAge, "assist.holder-minor");
}

/// Another card helps, or none does; nothing is held of either person then.
template <typename S>
Step withProblem(S state, const Error& why) {
    if (why.remedy() != Remedy::citizenAgain)
        return toCardTrouble(why);
    state.reading = false;
    state.problem = why.code();
    return {std::move(state), {command::WatchForCard{}}};
}

template <typename S>
Step readNow(S state) {
    state.reading = true;
    state.problem.clear();
    return {std::move(state), {command::ReadCard{}}};
}

assist::Pair pairOf(const state::Consent& state) {
    return {state.companion.number, state.holder.code};
}

Step toConsent(Companion companion, Holder holder) {
    state::Consent state{std::move(companion), std::move(holder)};
    command::AskWhetherToHelp ask{pairOf(state)};
    return {std::move(state), {command::StopWatchingForCard{}, std::move(ask)}};
}

/// Of the companion no more is kept than what the screens show.
Step toHoldersVisit(state::Consent state, const Surroundings& surroundings) {
    Step next = toSearching(Found{.holder = std::move(state.holder),
                                  .companionMasked = maskedName(state.companion.name)},
                            surroundings.regions);
    next.commands.emplace_back(command::WatchForOthers{});
    return next;
}

Step declined() {
    return toTrouble({ErrorKind::refused, "assist.declined", Remedy::citizenAgain}, true);
}

} // namespace

Step toCompanionCard() {
    return {state::CompanionCard{}, {command::EndVisit{}, command::WatchForCard{}}};
}

Step fromCompanionCard(state::CompanionCard state, const Event& event,
                       const Surroundings& surroundings) {
    if (is<event::CardLaid>(event) != nullptr)
        return readNow(std::move(state));
    if (const auto* read = is<event::CardRead>(event)) {
        if (const auto why = whyNoCompanion(read->card, surroundings))
            return withProblem(std::move(state), *why);
        const Holder person = holderOf(*read->card);
        return {state::HolderCard{.companion = {person.name, person.code}},
                {command::WatchForCard{}}};
    }
    if (touched<touch::Back>(event) != nullptr)
        return {state::Identify{}, {command::EndVisit{}, command::WatchForCard{}}};
    return stay(std::move(state));
}

Step fromHolderCard(state::HolderCard state, const Event& event, const Surroundings& surroundings) {
    if (is<event::CardLaid>(event) != nullptr)
        return readNow(std::move(state));
    if (const auto* read = is<event::CardRead>(event)) {
        if (const auto why = whyNoHolder(read->card, state.companion, surroundings))
            return withProblem(std::move(state), *why);
        return toConsent(std::move(state.companion), holderOf(*read->card));
    }
    if (touched<touch::Back>(event) != nullptr)
        return toCompanionCard();
    return stay(std::move(state));
}

Step fromConsent(state::Consent state, const Event& event, const Surroundings& surroundings) {
    const auto* allowed = is<event::HelpAllowed>(event);
    const auto* recorded = is<event::ConsentRecorded>(event);
    if (allowed != nullptr && state.stage == Stage::checking) {
        if (!allowed->allowed)
            return toTrouble(allowed->allowed.error(), true);
        state.stage = Stage::asking;
        return stay(std::move(state));
    }
    if (recorded != nullptr && state.stage == Stage::recording)
        return recorded->recorded ? toHoldersVisit(std::move(state), surroundings)
                                  : toTrouble(recorded->recorded.error(), true);
    if (state.stage != Stage::asking)
        return stay(std::move(state));
    if (touched<touch::Agree>(event) != nullptr) {
        state.stage = Stage::recording;
        command::RecordConsent record{pairOf(state)};
        return {std::move(state), {std::move(record)}};
    }
    if (touched<touch::Decline>(event) != nullptr || touched<touch::Back>(event) != nullptr)
        return declined();
    return stay(std::move(state));
}

} // namespace kiosk::visit
