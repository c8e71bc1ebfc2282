// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "drivers/transport/usb_connection.h"

/// What went over a USB connection, as data and as text of one event a line. README.md has the
/// form.
namespace kiosk::tests {

/// Bytes of a transfer; one that may tell of a person is withheld, and only that it was there is
/// known.
using KeptBytes = std::vector<std::optional<std::byte>>;

/// One call of the driver at its connection.
struct Transfer {
    enum class Kind { in, out, ask, tell };

    Kind kind = Kind::in;
    std::uint8_t pipe = 0;                         ///< in, out: the endpoint's address
    drivers::UsbClassRequest request{};            ///< ask, tell
    std::chrono::milliseconds at{};                ///< its end, since the recording began
    std::optional<drivers::LinkTrouble> trouble{}; ///< how it ended; nothing: well
    KeptBytes bytes{};                             ///< that came; on the way out: that were given

    bool operator==(const Transfer&) const = default;
};

/// The kiosk calls its driver: "find-card".
struct DriverCall {
    std::string name;
    bool operator==(const DriverCall&) const = default;
};
/// What the driver made of what it was told: "yes", "mainland", "reader.gone".
struct DriverAnswer {
    std::string word;
    bool operator==(const DriverAnswer&) const = default;
};
using Event = std::variant<Transfer, DriverCall, DriverAnswer>;

struct Recording {
    drivers::UsbId id{};
    drivers::UsbInterface interface{};
    std::vector<Event> events{};
};

/// The lines that come first, and the line of an event, each with its end.
std::string headText(const drivers::UsbId& id, const drivers::UsbInterface& interface);
std::string lineText(const Event& event);
std::string textOf(const Recording& recording);

/// "recording.malformed" (supplier) with the number of the line that is none.
Result<Recording> parseRecording(std::string_view text);
/// A file of at most 16 MiB. "recording.unreadable" (citizenAgain: name another).
Result<Recording> loadRecording(const std::string& file);

} // namespace kiosk::tests
