// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

using Phase = IdentifyView::Phase;

/// The card named a person: everything else on it is let go here.
Step cardRead(const Result<drivers::IdCard>& card, const Surroundings& surroundings) {
    if (card) {
        Holder holder{.kind = Holder::Kind::person, .name = card->name, .code = card->number};
        Step next = toSearching(Found{.holder = std::move(holder)}, surroundings.regions);
        next.commands.insert(next.commands.begin(), command::StopWatchingForCard{});
        return next;
    }
    if (card.error().remedy() == Remedy::citizenAgain)
        return {state::Identify{Phase::askAgain, card.error().code()}, {command::WatchForCard{}}};
    return toTrouble(card.error(), true);
}

} // namespace

Step toIdentify() {
    return {state::Identify{}, {command::WatchForCard{}}};
}

Step fromStart(state::Start state, const Event& event) {
    if (touched<touch::Begin>(event) != nullptr)
        return toIdentify();
    if (touched<touch::BeginCopyCheck>(event) != nullptr)
        return {state::Scan{}, {command::StartCamera{}}};
    return stay(state);
}

Step fromIdentify(state::Identify state, const Event& event, const Surroundings& surroundings) {
    if (is<event::CardLaid>(event) != nullptr)
        return {state::Identify{Phase::reading, {}}, {command::ReadCard{}}};
    if (const auto* read = is<event::CardRead>(event))
        return cardRead(read->card, surroundings);
    if (touched<touch::Back>(event) != nullptr)
        return toStart();
    return stay(std::move(state));
}

} // namespace kiosk::visit
