// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/citizen/page.h"

namespace kiosk::citizen {

/// What lies open on top of the screen, if anything does.
std::optional<kit::Node> panelOf(const Page& page);

/// Every language there is, each in its own script (A70).
kit::Node languagePanel(const Page& page);

/// Text size, colours, version, reach, all as before: one panel for all of them.
kit::Node settingsPanel(const Page& page);

/// The screen all one colour, while its keys and what is said go on (A13). A finger brings the
/// picture back.
kit::Node darkened(const Page& page, kit::Node screen);

} // namespace kiosk::citizen
