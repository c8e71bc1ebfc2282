// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "drivers/device/slot_report.h"
#include "firmware/parts/parts_book.h"

namespace kiosk::app {

/// As the service socket and `kioskctl … --json` say it. Texts of a device that are no UTF-8 are
/// mended when it is written out.
nlohmann::json toJson(const drivers::DeviceIdentity& identity);
nlohmann::json toJson(const Error& error);
nlohmann::json toJson(const parts::PartReport& report);
nlohmann::json toJson(const std::string& part, const drivers::SlotReport& report, SteadyTime now);

/// One line.
std::string oneLine(const nlohmann::json& value);

} // namespace kiosk::app
