// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/state.h"
#include "firmware/visit/surroundings.h"

namespace kiosk::visit {

/// The licences of the list that are meant by what was typed, as places in Found::licences; all of
/// the list while nothing is. Anything a region adds meanwhile comes behind the rest.
std::vector<std::size_t> meantBy(const state::Find& state, const Surroundings& surroundings);

/// The characters that can be picked for what was typed: first those that lead on to a licence of
/// the list, then others by falling frequency.
std::vector<char32_t> candidatesFor(const state::Find& state, const Surroundings& surroundings);

/// Whether the list is long enough to be searched, and can be.
bool mayFind(const state::Choose& state, const Surroundings& surroundings);

} // namespace kiosk::visit
