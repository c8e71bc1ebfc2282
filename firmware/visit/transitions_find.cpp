// SPDX-License-Identifier: Apache-2.0
// One of a long list, found by typing (U3).
#include "firmware/visit/finding.h"
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

using Key = touch::Typing::Key;

void pick(state::Find& state, int index, const typing::Table& table) {
    if (index >= 0 && static_cast<std::size_t>(index) < state.candidates.size())
        typing::pick(state.draft, state.candidates[static_cast<std::size_t>(index)], table);
}

void changeBoard(typing::Draft& draft, int board) {
    for (const typing::Board known : typing::kBoards)
        if (static_cast<int>(known) == board)
            typing::changeBoard(draft, known);
}

void strike(state::Find& state, const touch::Typing& typing, const typing::Table& table) {
    switch (typing.key) {
    case Key::press:
        return typing::type(state.draft, static_cast<char>(typing.value));
    case Key::erase:
        return typing::erase(state.draft);
    case Key::clear:
        state.draft = {.board = state.draft.board};
        return;
    case Key::board:
        return changeBoard(state.draft, typing.value);
    case Key::pick:
        return pick(state, typing.value, table);
    case Key::leaf:
        state.firstCandidate = leafed(state.firstCandidate, typing.value, FindView::kCandidates,
                                      state.candidates.size());
        return;
    }
}

Step typed(state::Find state, const touch::Typing& typing, const Surroundings& surroundings) {
    const typing::Draft before = state.draft;
    strike(state, typing, *surroundings.typing);
    if (state.draft != before) {
        state.candidates = candidatesFor(state, surroundings);
        state.firstCandidate = state.firstItem = 0;
    }
    return stay(std::move(state));
}

} // namespace

Step toFind(state::Choose state) {
    return stay(state::Find{.found = std::move(state.found),
                            .listFirst = state.firstItem,
                            .awaited = std::move(state.awaited),
                            .subject = state.subject});
}

Step fromFind(state::Find state, const Event& event, const Surroundings& surroundings) {
    if (const auto* typing = touched<touch::Typing>(event))
        return typed(std::move(state), *typing, surroundings);
    if (touched<touch::Back>(event) != nullptr)
        return stay(state::Choose{.found = std::move(state.found),
                                  .firstItem = state.listFirst,
                                  .awaited = std::move(state.awaited),
                                  .subject = state.subject});
    const std::vector<std::size_t> left = meantBy(state, surroundings);
    if (const auto* chosen = touched<touch::ChooseLicence>(event);
        chosen != nullptr && chosen->index < left.size())
        return toOpening(std::move(state.found), left[chosen->index]);
    if (const auto* leaf = touched<touch::ListPage>(event))
        state.firstItem = leafed(state.firstItem, leaf->step,
                                 foundPerPage(surroundings.choicesPerPage), left.size());
    return stay(std::move(state));
}

} // namespace kiosk::visit
