// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace kiosk::events {

/// The list of events as people read it, in Markdown: by area what each is, how it ends, who reads
/// it, and what may stand in its fields. The same list gives the same bytes.
std::string eventsText();

} // namespace kiosk::events
