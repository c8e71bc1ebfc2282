// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/health/health.h"
#include "firmware/staff/test_book.h"

namespace kiosk::staff {

/// What staff tried, as the kiosk's health tells it: what, how it ended, when, by whose role. A
/// time or a role that the book does not have in its own form is not known.
std::vector<health::Tried> triedOf(const TestResults& tests, const std::optional<SoakResult>& soak);

/// The same of the book in this state folder; nothing where it cannot be read. On any worker.
std::optional<std::vector<health::Tried>> triedIn(const std::filesystem::path& state);

} // namespace kiosk::staff
