// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/state.h"
#include "firmware/visit/surroundings.h"

namespace kiosk::visit {

/// What the list is for: what somebody came for, where it is about the licences of whom the list
/// is for; else nullptr.
const Matter* matterFor(const Found& found, const Subject& subject,
                        const Surroundings& surroundings);

/// The licences of the list, as places in Found::licences: listFor(), or of it what the matter
/// takes. In the order they were found: what a region adds meanwhile comes behind.
std::vector<std::size_t> listedFor(const Found& found, const Subject& subject,
                                   const Surroundings& surroundings);

/// What the matter takes and is not on the list, with the reason; nothing where nobody may act.
std::vector<ChooseView::Need> missingFor(const Found& found, const Subject& subject,
                                         const Surroundings& surroundings);

/// What the screen says of it.
std::optional<ChooseView::ForMatter> forMatter(const Found& found, const Subject& subject,
                                               const Surroundings& surroundings);

/// The matter's purpose, as a place in purposesFor(); nothing where it cannot be chosen for this
/// licence.
std::optional<std::size_t> purposeOfMatter(const Found& found, std::size_t licence,
                                           const Surroundings& surroundings);

/// Whether there are matters to choose from, and none is chosen.
bool mayChooseMatter(const state::Choose& state, const Surroundings& surroundings);

} // namespace kiosk::visit
