// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/ending/history.h"
#include "firmware/health/health.h"

namespace kiosk::app {

/// What the kiosk's health tells of how its runs ended, newest first.
health::LastEnd lastEndOf(const ending::History& history, WallTime now);

} // namespace kiosk::app
