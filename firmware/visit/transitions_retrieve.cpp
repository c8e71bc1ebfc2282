// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/visit/companies.h"
#include "firmware/visit/finding.h"
#include "firmware/visit/matters.h"
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

/// Of one region: usable licences first, then by type.
std::vector<Licence> sortedForReading(std::vector<Licence> licences) {
    std::ranges::stable_sort(licences, {}, [](const Licence& licence) {
        return std::tuple(licence.state != LicenceState::valid, licence.typeName,
                          licence.identifier);
    });
    return licences;
}

/// False for a late answer to an earlier question. Licences are put behind those known: somebody
/// may be about to press one of them.
bool takeAnswer(Found& found, const event::RegionAnswered& answer) {
    if (std::erase(found.pending, answer.region) == 0)
        return false;
    if (answer.licences) {
        std::ranges::move(sortedForReading(*answer.licences), std::back_inserter(found.licences));
    } else {
        found.gaps.push_back({answer.region, answer.licences.error()});
        std::ranges::sort(found.gaps, {}, [](const Found::Gap& gap) { return gap.region.code; });
    }
    return true;
}

/// What the regions said of the person, where the state still holds it.
Found* foundIn(State& state) {
    return std::visit(
        [](auto& held) -> Found* {
            if constexpr (requires { held.found; })
                return &held.found;
            else if constexpr (requires { held.printing.found; })
                return &held.printing.found;
            else
                return nullptr;
        },
        state);
}

/// The list opens with the first licence; without one when all have answered or failed. Nothing at
/// all heard is not "none held".
Step regionAnswered(state::Searching state, const event::RegionAnswered& answer) {
    if (!takeAnswer(state.found, answer))
        return stay(std::move(state));
    state.anyAnswer = state.anyAnswer || answer.licences.has_value();
    if (!state.found.licences.empty())
        return toChoose(std::move(state.found));
    if (!state.found.pending.empty())
        return stay(std::move(state));
    return state.anyAnswer ? toChoose(std::move(state.found))
                           : stay(state::OfferToKeep{std::move(state.found)});
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
    found.pending = std::move(regions);
    return {state::Searching{std::move(found)}, {std::move(search)}};
}

Step toChoose(Found found, std::optional<std::size_t> licence) {
    const Subject subject = licence ? subjectOf(found, *licence) : std::nullopt;
    std::vector<Region> awaited = found.pending;
    return stay(state::Choose{
        .found = std::move(found), .awaited = std::move(awaited), .subject = subject});
}

Step withLateAnswer(State state, const event::RegionAnswered& answer) {
    if (Found* found = foundIn(state))
        takeAnswer(*found, answer);
    return stay(std::move(state));
}

Step fromSearching(state::Searching state, const Event& event) {
    if (const auto* answer = is<event::RegionAnswered>(event))
        return regionAnswered(std::move(state), *answer);
    if (touched<touch::Back>(event) != nullptr)
        return toStart();
    return stay(std::move(state));
}

Step askSilentRegionsAgain(Found found, std::size_t firstItem) {
    std::vector<Region> silent;
    std::ranges::transform(found.gaps, std::back_inserter(silent), &Found::Gap::region);
    found.gaps.clear();
    if (found.licences.empty())
        return toSearching(std::move(found), std::move(silent));
    command::SearchRegions search{found.holder, silent};
    std::ranges::copy(silent, std::back_inserter(found.pending));
    return {state::Choose{std::move(found), firstItem, std::move(silent)}, {std::move(search)}};
}

Step toOpening(Found found, std::size_t place) {
    command::OpenLicence open{found.licences[place], found.holder, grantNumberOf(found, place)};
    return {state::Opening{std::move(found), place}, {std::move(open)}};
}

Step fromChoose(state::Choose state, const Event& event, const Surroundings& surroundings) {
    const std::vector<std::size_t> list = listedFor(state.found, state.subject, surroundings);
    if (const auto* chosen = touched<touch::ChooseLicence>(event)) {
        if (chosen->index >= list.size())
            return stay(std::move(state));
        return toOpening(std::move(state.found), list[chosen->index]);
    }
    if (touched<touch::Find>(event) != nullptr && mayFind(state, surroundings))
        return toFind(std::move(state));
    if (touched<touch::OpenMatters>(event) != nullptr && mayChooseMatter(state, surroundings))
        return toChooseMatter(std::move(state));
    if (touched<touch::ShowAll>(event) != nullptr)
        return showingAll(std::move(state));
    if (touched<touch::SwitchSubject>(event) != nullptr)
        return switchedSubject(std::move(state), surroundings);
    if (const auto* leaf = touched<touch::ListPage>(event))
        state.firstItem =
            leafed(state.firstItem, leaf->step, surroundings.choicesPerPage,
                   list.size() + missingFor(state.found, state.subject, surroundings).size());
    const bool isSilent = !state.found.gaps.empty() && state.found.pending.empty();
    if (touched<touch::Retry>(event) != nullptr && isSilent)
        return askSilentRegionsAgain(std::move(state.found), state.firstItem);
    if (touched<touch::Keep>(event) != nullptr && isSilent)
        return stay(state::OfferToKeep{std::move(state.found)});
    if (touched<touch::Back>(event) != nullptr)
        return toStart();
    return stay(std::move(state));
}

Step fromOpening(state::Opening state, const Event& event) {
    if (touched<touch::Back>(event) != nullptr)
        return toChoose(std::move(state.found), state.index);
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

/// What it is for is known where somebody said what they came for; it can still be changed.
Step toChoosePurpose(state::Look state, const Surroundings& surroundings) {
    state::ChoosePurpose next{std::move(state.found), state.index, std::move(state.opened)};
    next.chosen = purposeOfMatter(next.found, next.index, surroundings);
    const std::size_t perPage = purposesPerPage(surroundings.choicesPerPage);
    if (next.chosen && perPage > 0)
        next.firstPurpose = *next.chosen - *next.chosen % perPage;
    return stay(std::move(next));
}

Step fromLook(state::Look state, const Event& event, const Surroundings& surroundings) {
    if (const auto* leaf = touched<touch::LookPage>(event))
        return leafThroughLicence(std::move(state), leaf->step);
    if (touched<touch::ToggleNumber>(event) != nullptr && surroundings.staffBeside.empty()) {
        state.numberShown = !state.numberShown;
        return stay(std::move(state));
    }
    if (touched<touch::GoToPurpose>(event) != nullptr) {
        if (!obstacleTo(state.found, state.index, *state.opened, surroundings).empty())
            return stay(std::move(state));
        return toChoosePurpose(std::move(state), surroundings);
    }
    if (touched<touch::Back>(event) != nullptr)
        return toChoose(std::move(state.found), state.index);
    return stay(std::move(state));
}

} // namespace kiosk::visit
