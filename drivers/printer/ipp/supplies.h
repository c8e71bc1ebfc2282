// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

/// What is left, as a printer estimates it (PWG 5100.13, printer-input-tray and printer-supply:
/// "key=value;…" a tray or supply). Pure functions. A forecast: sensors are coarse.
namespace kiosk::drivers::ipp {

/// Sheets in all trays that can say; none can: nothing.
std::optional<int> sheetsLeft(const std::vector<std::string>& inputTrays);

/// Percent of the supply that ends first, of those that are consumed.
std::optional<int> supplyPercent(const std::vector<std::string>& supplies);

} // namespace kiosk::drivers::ipp
