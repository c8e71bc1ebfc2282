// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "drivers/device/tally.h"
#include "firmware/base/result.h"

namespace kiosk::counters {

/// Its name in the kiosk's state folder.
inline constexpr std::string_view kFileName = "counters.json";

/// One device since it came here.
struct Counted {
    drivers::DeviceIdentity device{};
    std::chrono::year_month_day since{}; ///< by the hall's calendar, as its clock said
    drivers::Counts counts{};

    bool operator==(const Counted&) const = default;
};

/// A device that was exchanged and comes back goes on where it was, if so many came in between at
/// most.
inline constexpr std::size_t kDevicesKept = 4;
/// By the configuration's words ("cardReader"), each with the device opened last first.
using CountedParts = std::map<std::string, std::vector<Counted>, std::less<>>;

/// What the file says. "counters.damaged" (storage, technician): it is none of ours, or not whole.
/// "counters.newer-form" (unsupported, technician): a later system's, whose counts have other
/// meanings. Within one form members are only added, so that a system that was rolled back reads
/// the counts it knows.
Result<CountedParts> countedIn(std::string_view text);

/// The file that says `parts`. What `before`, the text it replaces, holds beside the members we
/// know is kept: it is a later system's, which may come back.
std::string fileText(const CountedParts& parts, std::string_view before);

/// The same device as far as it says who it is: one with a serial number is known by it wherever it
/// is plugged in, one without by its place too. Other firmware makes no other device.
bool isSame(const drivers::DeviceIdentity& one, const drivers::DeviceIdentity& other);

} // namespace kiosk::counters
