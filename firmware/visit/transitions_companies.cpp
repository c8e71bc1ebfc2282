// SPDX-License-Identifier: Apache-2.0
// Acting for an enterprise: whose grants the person in front holds, and which of its licences they
// cover (R4).
#include <algorithm>

#include "firmware/visit/companies.h"
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

bool holds(const HeldGrant& grant) {
    return grant.objection.empty();
}

void take(Found& found, const Company& company) {
    HeldGrant held{company.grant, company.objection, {}};
    for (const Licence& licence : company.licences) {
        held.licences.push_back(found.licences.size());
        found.licences.push_back(licence);
    }
    found.grants.push_back(std::move(held));
}

/// A region that did not answer may know of grants: nobody is told that there are none.
std::string noteFor(const state::AskingGrants& state) {
    if (!state.found.grants.empty())
        return {};
    return state.anySilent ? "grant.not-fetched" : "grant.none";
}

Step allAnswered(state::AskingGrants state) {
    std::string note = noteFor(state);
    const Subject subject = firstOf(state.found.grants);
    Step next = toChoose(std::move(state.found));
    auto& choose = std::get<state::Choose>(next.next);
    choose.subject = subject;
    choose.note = std::move(note);
    return next;
}

} // namespace

Subject firstOf(const std::vector<HeldGrant>& grants) {
    const auto good = std::ranges::find_if(grants, holds);
    if (grants.empty())
        return std::nullopt;
    return good == grants.end() ? 0 : static_cast<std::size_t>(good - grants.begin());
}

std::vector<std::size_t> listFor(const Found& found, const Subject& subject) {
    if (subject)
        return found.grants.at(*subject).licences;
    std::vector<std::size_t> own;
    for (std::size_t i = 0; i < found.licences.size(); ++i)
        if (!subjectOf(found, i))
            own.push_back(i);
    return own;
}

Subject subjectOf(const Found& found, std::size_t licence) {
    for (std::size_t i = 0; i < found.grants.size(); ++i)
        if (std::ranges::find(found.grants[i].licences, licence) != found.grants[i].licences.end())
            return i;
    return std::nullopt;
}

std::string grantNumberOf(const Found& found, std::size_t licence) {
    const Subject subject = subjectOf(found, licence);
    return subject ? found.grants[*subject].grant.number : std::string();
}

std::vector<Purpose> purposesFor(const Found& found, std::size_t licence,
                                 const Surroundings& surroundings) {
    std::vector<Purpose> purposes = surroundings.purposes;
    if (const Subject subject = subjectOf(found, licence))
        std::erase_if(purposes, [&grant = found.grants[*subject].grant](const Purpose& purpose) {
            return !coversPurpose(grant, purpose.key);
        });
    return purposes;
}

std::string obstacleTo(const Found& found, std::size_t licence, const OpenedLicence& opened,
                       const Surroundings& surroundings) {
    std::string why = whyNotPrintable(found.licences.at(licence), opened, surroundings);
    const bool isForNothing =
        subjectOf(found, licence) && purposesFor(found, licence, surroundings).empty();
    return why.empty() && isForNothing ? "look.not-printable.grant-purpose" : why;
}

Step toAskingGrants(Found found, const std::vector<Region>& regions) {
    command::AskGrants ask{found.holder, regions};
    return {state::AskingGrants{.found = std::move(found), .pending = regions}, {std::move(ask)}};
}

Step fromAskingGrants(state::AskingGrants state, const Event& event) {
    if (touched<touch::Back>(event) != nullptr) // companies known by then stay known
        return toChoose(std::move(state.found));
    const auto* answer = is<event::GrantsAnswered>(event);
    if (answer == nullptr || std::erase(state.pending, answer->region) == 0)
        return stay(std::move(state));
    state.anySilent = state.anySilent || !answer->companies;
    if (answer->companies)
        for (const Company& company : *answer->companies)
            take(state.found, company);
    return state.pending.empty() ? allAnswered(std::move(state)) : stay(std::move(state));
}

Step switchedSubject(state::Choose state, const Surroundings& surroundings) {
    if (state.found.grants.empty())
        return toAskingGrants(std::move(state.found), surroundings.regions);
    const std::size_t next = state.subject ? *state.subject + 1 : 0;
    const bool isOwn = next == state.found.grants.size();
    Step shown = toChoose(std::move(state.found));
    std::get<state::Choose>(shown.next).subject = isOwn ? std::nullopt : Subject(next);
    return shown;
}

} // namespace kiosk::visit
