// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

Step keep(Found found, const Surroundings& surroundings) {
    state::Keeping keeping{surroundings.freshPickupNumber, found.holder.code};
    command::KeepRequest request{std::move(found.holder), {}, surroundings.freshPickupNumber};
    std::ranges::transform(found.gaps, std::back_inserter(request.regions), &Found::Gap::region);
    return {std::move(keeping), {std::move(request)}};
}

} // namespace

Step fromOfferToKeep(state::OfferToKeep state, const Event& event,
                     const Surroundings& surroundings) {
    if (touched<touch::Keep>(event) != nullptr)
        return keep(std::move(state.found), surroundings);
    if (touched<touch::Retry>(event) != nullptr)
        return askSilentRegionsAgain(std::move(state.found));
    if (touched<touch::Back>(event) != nullptr)
        return state.found.licences.empty() ? toStart() : toChoose(std::move(state.found));
    return stay(std::move(state));
}

Step fromKeeping(state::Keeping state, const Event& event) {
    const auto* kept = is<event::RequestKept>(event);
    if (kept == nullptr)
        return stay(std::move(state));
    if (!kept->stored)
        return toTrouble(kept->stored.error(), false);
    command::PrintSlip slip{state.pickupNumber};
    return {state::Kept{.pickupNumber = std::move(state.pickupNumber),
                        .secondsLeft = kKeptSeconds,
                        .holderCode = std::move(state.holderCode)},
            {std::move(slip)}};
}

Step fromKept(state::Kept state, const Event& event) {
    if (const auto* slip = is<event::SlipMoved>(event))
        state.slip = slip->phase;
    if (is<event::Second>(event) != nullptr && --state.secondsLeft <= 0)
        return toStart();
    return stay(std::move(state));
}

} // namespace kiosk::visit
