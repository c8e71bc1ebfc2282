// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/matters.h"

#include <algorithm>

#include "firmware/visit/companies.h"

namespace kiosk::visit {

namespace {

bool isMet(const Matter::Need& need, const Found& found, const std::vector<std::size_t>& list) {
    return std::ranges::any_of(
        list, [&](std::size_t place) { return meets(need, found.licences[place].typeCode); });
}

bool isMetByValid(const Matter::Need& need, const Found& found,
                  const std::vector<std::size_t>& list) {
    return std::ranges::any_of(list, [&](std::size_t place) {
        const Licence& licence = found.licences[place];
        return licence.state == LicenceState::valid && meets(need, licence.typeCode);
    });
}

/// "None" is said only where everybody has answered (R3).
ChooseView::Need::Why whyMissing(const Matter::Need& need, const Found& found,
                                 const Subject& subject) {
    if (subject) {
        const bool isCovered = std::ranges::any_of(need.typeCodes, [&](const std::string& type) {
            return coversType(found.grants[*subject].grant, type);
        });
        return isCovered ? ChooseView::Need::Why::notFound : ChooseView::Need::Why::notCovered;
    }
    if (!found.pending.empty())
        return ChooseView::Need::Why::pending;
    return found.gaps.empty() ? ChooseView::Need::Why::notFound : ChooseView::Need::Why::silent;
}

} // namespace

const Matter* matterFor(const Found& found, const Subject& subject,
                        const Surroundings& surroundings) {
    if (!found.matter)
        return nullptr;
    const Matter& matter = surroundings.matters.at(*found.matter);
    const bool isForEnterprise = matter.holder == Holder::Kind::enterprise;
    return isForEnterprise == subject.has_value() ? &matter : nullptr;
}

std::vector<std::size_t> listedFor(const Found& found, const Subject& subject,
                                   const Surroundings& surroundings) {
    std::vector<std::size_t> list = listFor(found, subject);
    if (const Matter* matter = matterFor(found, subject, surroundings))
        std::erase_if(list, [&](std::size_t place) {
            return std::ranges::none_of(matter->needs, [&](const Matter::Need& need) {
                return meets(need, found.licences[place].typeCode);
            });
        });
    return list;
}

std::vector<ChooseView::Need> missingFor(const Found& found, const Subject& subject,
                                         const Surroundings& surroundings) {
    const Matter* matter = matterFor(found, subject, surroundings);
    const bool isRefused = subject && !found.grants[*subject].objection.empty();
    if (matter == nullptr || isRefused)
        return {};
    const std::vector<std::size_t> list = listFor(found, subject);
    std::vector<ChooseView::Need> missing;
    for (const Matter::Need& need : matter->needs)
        if (!isMet(need, found, list))
            missing.push_back({need.name, whyMissing(need, found, subject), need.optional});
    return missing;
}

std::optional<ChooseView::ForMatter> forMatter(const Found& found, const Subject& subject,
                                               const Surroundings& surroundings) {
    const Matter* matter = matterFor(found, subject, surroundings);
    if (matter == nullptr)
        return std::nullopt;
    const std::vector<std::size_t> list = listFor(found, subject);
    const auto met = std::ranges::count_if(
        matter->needs, [&](const Matter::Need& need) { return isMetByValid(need, found, list); });
    return ChooseView::ForMatter{.key = matter->key,
                                 .text = matter->text,
                                 .missing = missingFor(found, subject, surroundings),
                                 .needs = matter->needs.size(),
                                 .met = static_cast<std::size_t>(met)};
}

std::optional<std::size_t> purposeOfMatter(const Found& found, std::size_t licence,
                                           const Surroundings& surroundings) {
    const Matter* matter = matterFor(found, subjectOf(found, licence), surroundings);
    if (matter == nullptr)
        return std::nullopt;
    const std::vector<Purpose> purposes = purposesFor(found, licence, surroundings);
    const auto purpose = std::ranges::find(purposes, matter->purposeKey, &Purpose::key);
    if (purpose == purposes.end())
        return std::nullopt;
    return static_cast<std::size_t>(purpose - purposes.begin());
}

bool mayChooseMatter(const state::Choose& state, const Surroundings& surroundings) {
    return !surroundings.matters.empty() &&
           matterFor(state.found, state.subject, surroundings) == nullptr;
}

} // namespace kiosk::visit
