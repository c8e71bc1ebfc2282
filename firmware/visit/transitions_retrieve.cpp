// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

/// Usable licences first, then by region and type, so that the list does not depend on who answered
/// first.
void sortForReading(std::vector<Licence>& licences) {
    std::ranges::stable_sort(licences, {}, [](const Licence& licence) {
        return std::tuple(licence.state != LicenceState::valid, licence.region.code,
                          licence.typeName, licence.identifier);
    });
}

/// All regions have answered or failed. Nothing at all heard is not "none held".
Step searched(Found found) {
    sortForReading(found.licences);
    std::ranges::sort(found.gaps, {}, [](const Found::Gap& gap) { return gap.region.code; });
    return stay(state::Choose{std::move(found)});
}

Step regionAnswered(state::Searching state, const event::RegionAnswered& answer) {
    if (std::erase(state.pending, answer.region) == 0)
        return stay(std::move(state)); // a late answer to an earlier question
    if (answer.licences)
        std::ranges::copy(*answer.licences, std::back_inserter(state.found.licences));
    else
        state.found.gaps.push_back({answer.region, answer.licences.error()});
    state.anyAnswer = state.anyAnswer || answer.licences.has_value();
    if (!state.pending.empty())
        return stay(std::move(state));
    if (!state.anyAnswer)
        return stay(state::OfferToKeep{std::move(state.found)});
    return searched(std::move(state.found));
}

Step leafThroughLicence(state::Look state, int pages) {
    const auto wanted = static_cast<std::ptrdiff_t>(state.page) + pages;
    if (wanted >= 0 && wanted < static_cast<std::ptrdiff_t>(state.opened->pages.size()))
        state.page = static_cast<std::size_t>(wanted);
    return stay(std::move(state));
}

} // namespace

Step toSearching(Found found, std::vector<Region> regions) {
    command::SearchRegions search{found.holder, regions};
    const bool answeredBefore = !found.licences.empty();
    return {state::Searching{std::move(found), std::move(regions), answeredBefore},
            {std::move(search)}};
}

Step fromSearching(state::Searching state, const Event& event) {
    if (const auto* answer = is<event::RegionAnswered>(event))
        return regionAnswered(std::move(state), *answer);
    if (touched<touch::Back>(event) != nullptr)
        return toStart();
    return stay(std::move(state));
}

Step askSilentRegionsAgain(Found found) {
    std::vector<Region> silent;
    std::ranges::transform(found.gaps, std::back_inserter(silent), &Found::Gap::region);
    found.gaps.clear();
    return toSearching(std::move(found), std::move(silent));
}

Step fromChoose(state::Choose state, const Event& event, const Surroundings& surroundings) {
    if (const auto* chosen = touched<touch::ChooseLicence>(event)) {
        if (chosen->index >= state.found.licences.size())
            return stay(std::move(state));
        command::OpenLicence open{state.found.licences[chosen->index], state.found.holder};
        return {state::Opening{std::move(state.found), chosen->index}, {std::move(open)}};
    }
    if (const auto* leaf = touched<touch::ListPage>(event))
        state.firstItem = leafed(state.firstItem, leaf->step, surroundings.choicesPerPage,
                                 state.found.licences.size());
    if (touched<touch::Retry>(event) != nullptr && !state.found.gaps.empty())
        return askSilentRegionsAgain(std::move(state.found));
    if (touched<touch::Keep>(event) != nullptr && !state.found.gaps.empty())
        return stay(state::OfferToKeep{std::move(state.found)});
    if (touched<touch::Back>(event) != nullptr)
        return toStart();
    return stay(std::move(state));
}

Step fromOpening(state::Opening state, const Event& event) {
    if (touched<touch::Back>(event) != nullptr)
        return stay(state::Choose{std::move(state.found)});
    const auto* opened = is<event::LicenceOpened>(event);
    if (opened == nullptr || opened->identifier != state.found.licences[state.index].identifier)
        return stay(std::move(state));
    if (!opened->licence)
        return toTrouble(opened->licence.error(), true);
    return stay(state::Look{std::move(state.found), state.index, *opened->licence});
}

std::string whyNotPrintable(const Licence& licence, const OpenedLicence& opened,
                            const Surroundings& surroundings) {
    if (licence.state != LicenceState::valid)
        return "look.not-printable.licence-" + std::string(name(licence.state));
    if (opened.verdict.judgement == verify::Judgement::notValid)
        return "look.not-printable.seal-not-valid";
    if (opened.verdict.judgement == verify::Judgement::cannotTell)
        return "look.not-printable.seal-unclear";
    if (!opened.printable)
        return "look.not-printable.not-permitted";
    if (surroundings.services.printing == ServiceState::out)
        return "look.not-printable.printer";
    if (surroundings.cabinet.power != drivers::PowerSupply::mains)
        return "look.not-printable.power";
    return {};
}

Step fromLook(state::Look state, const Event& event, const Surroundings& surroundings) {
    if (const auto* leaf = touched<touch::LookPage>(event))
        return leafThroughLicence(std::move(state), leaf->step);
    if (touched<touch::ToggleNumber>(event) != nullptr) {
        state.numberShown = !state.numberShown;
        return stay(std::move(state));
    }
    if (touched<touch::GoToPurpose>(event) != nullptr) {
        const Licence& licence = state.found.licences[state.index];
        if (!whyNotPrintable(licence, *state.opened, surroundings).empty())
            return stay(std::move(state));
        return stay(
            state::ChoosePurpose{std::move(state.found), state.index, std::move(state.opened)});
    }
    if (touched<touch::Back>(event) != nullptr)
        return stay(state::Choose{std::move(state.found)});
    return stay(std::move(state));
}

} // namespace kiosk::visit
