// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/finding.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/typing/matching.h"
#include "firmware/visit/companies.h"
#include "firmware/visit/matters.h"

namespace kiosk::visit {

namespace {

/// More than that nobody leafs through: they type on.
constexpr std::size_t kMostCandidates = 10 * FindView::kCandidates;

bool isMeant(const typing::Draft& draft, const Licence& licence, const typing::Table& table) {
    return typing::means(draft, {licence.typeName, licence.number}, table);
}

/// Whether some licence would be left with this character picked.
bool leadsOn(const state::Find& state, const std::vector<std::size_t>& list, char32_t character,
             const typing::Table& table) {
    typing::Draft picked = state.draft;
    typing::pick(picked, character, table);
    return std::ranges::any_of(list, [&](std::size_t place) {
        return isMeant(picked, state.found.licences[place], table);
    });
}

} // namespace

std::vector<std::size_t> meantBy(const state::Find& state, const Surroundings& surroundings) {
    std::vector<std::size_t> list = listFor(state.found, state.subject);
    std::erase_if(list, [&](std::size_t place) {
        return !isMeant(state.draft, state.found.licences[place], *surroundings.typing);
    });
    return list;
}

std::vector<char32_t> candidatesFor(const state::Find& state, const Surroundings& surroundings) {
    const typing::Table& table = *surroundings.typing;
    const std::string_view pending = typing::pendingOf(state.draft, table);
    const auto list = meantBy(state, surroundings);
    std::vector<char32_t> candidates;
    const auto add = [&candidates](char32_t character) {
        if (candidates.size() < kMostCandidates &&
            std::ranges::find(candidates, character) == candidates.end())
            candidates.push_back(character);
    };
    for (const std::size_t place : list)
        for (const char32_t character : codePoints(state.found.licences[place].typeName))
            if (table.isTypedBy(state.draft.board, pending, character) &&
                leadsOn(state, list, character, table))
                add(character);
    for (const char32_t character : table.candidates(state.draft.board, pending, kMostCandidates))
        add(character);
    return candidates;
}

bool mayFind(const state::Choose& state, const Surroundings& surroundings) {
    return surroundings.typing != nullptr &&
           matterFor(state.found, state.subject, surroundings) == nullptr &&
           listFor(state.found, state.subject).size() > surroundings.choicesPerPage;
}

} // namespace kiosk::visit
