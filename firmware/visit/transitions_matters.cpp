// SPDX-License-Identifier: Apache-2.0
// By matter: whoever came for one thing is shown the licences that it takes.
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

Step backToList(state::ChooseMatter state) {
    return stay(state::Choose{.found = std::move(state.found),
                              .firstItem = state.listFirst,
                              .awaited = std::move(state.awaited),
                              .subject = state.subject});
}

/// The list of whom the matter is for, from its beginning. For an enterprise it is that of the one
/// shown, or of the first the person may act for; nobody knows of any before it was asked.
Step toListFor(state::ChooseMatter state, const Surroundings& surroundings) {
    const Matter& matter = surroundings.matters[*state.found.matter];
    state.listFirst = 0;
    if (matter.holder == Holder::Kind::person) {
        state.subject.reset();
        return backToList(std::move(state));
    }
    if (state.found.grants.empty())
        return toAskingGrants(std::move(state.found), surroundings.regions);
    if (!state.subject)
        state.subject = firstOf(state.found.grants);
    return backToList(std::move(state));
}

} // namespace

Step toChooseMatter(state::Choose state) {
    return stay(state::ChooseMatter{.found = std::move(state.found),
                                    .listFirst = state.firstItem,
                                    .awaited = std::move(state.awaited),
                                    .subject = state.subject});
}

Step showingAll(state::Choose state) {
    state.found.matter.reset();
    state.firstItem = 0;
    return stay(std::move(state));
}

Step fromChooseMatter(state::ChooseMatter state, const Event& event,
                      const Surroundings& surroundings) {
    const std::size_t count = surroundings.matters.size();
    if (const auto* chosen = touched<touch::ChooseMatter>(event);
        chosen != nullptr && chosen->index < count) {
        state.found.matter = chosen->index;
        return toListFor(std::move(state), surroundings);
    }
    if (const auto* leaf = touched<touch::ListPage>(event))
        state.firstMatter =
            leafed(state.firstMatter, leaf->step, surroundings.choicesPerPage, count);
    if (touched<touch::Back>(event) != nullptr)
        return backToList(std::move(state));
    return stay(std::move(state));
}

} // namespace kiosk::visit
