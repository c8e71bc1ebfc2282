// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/counters/counter_book.h"
#include "firmware/health/health.h"

namespace kiosk::app {

/// The devices' counters as the health report has them: numbers and a day, without who a device
/// is.
health::Counters counterHealthOf(const counters::Standing& standing);
/// The same beside a kiosk that does not run: as its state folder has them. Changes nothing there.
health::Counters counterHealthIn(const std::filesystem::path& state);

} // namespace kiosk::app
