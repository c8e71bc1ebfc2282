// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/state.h"
#include "firmware/visit/surroundings.h"

namespace kiosk::visit {

/// The licences that are listed for somebody, as places in Found::licences: the person's own, or
/// those of the enterprise they act for.
std::vector<std::size_t> listFor(const Found& found, const Subject& subject);

/// For whom the licence at this place is listed.
Subject subjectOf(const Found& found, std::size_t licence);

/// The number of the grant by which the licence is used; empty for the person's own.
std::string grantNumberOf(const Found& found, std::size_t licence);

/// What a copy of the licence may be for: all of the kiosk's purposes, or those of the grant.
std::vector<Purpose> purposesFor(const Found& found, std::size_t licence,
                                 const Surroundings& surroundings);

/// Why the licence cannot be printed: text key, empty where it can.
std::string obstacleTo(const Found& found, std::size_t licence, const OpenedLicence& opened,
                       const Surroundings& surroundings);

} // namespace kiosk::visit
