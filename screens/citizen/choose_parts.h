// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/citizen/page.h"

/// What the list of licences lends to those that are shorter.
namespace kiosk::citizen {

/// Names of regions and of licences: they are Chinese in every language.
std::string inOneLine(const std::vector<std::string>& names);

/// Rarely pressed, below the list.
kit::Node lesserButton(const Page& page, std::string id, std::string_view words,
                       std::string drawing, visit::Touch touch);

/// The step-free switch: whose list comes next; by name where there is room for it.
kit::Node forWhom(const visit::ChooseView& choose, const Page& page, bool inShort);

} // namespace kiosk::citizen
