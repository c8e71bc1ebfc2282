// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/clock.h"
#include "firmware/base/result.h"

namespace kiosk::app {

/// What of the kiosk's journal is wanted.
struct JournalQuery {
    std::filesystem::path folder{};  ///< one that was copied from a kiosk; empty: this machine's
    std::string boot = "0";          ///< "0" this boot, "-1" the one before, "all"
    std::optional<WallTime> since{}; ///< nothing older
    bool errorsOnly = false;
};

/// One line that the kiosk, or systemd of it, wrote. Free text: what it says is as the kiosk's log
/// is, without persons (G7), but nobody has proved it here.
struct JournalLine {
    WallTime at{};
    std::string boot{}; ///< systemd's id of it
    std::string message{};
    bool isError = false;
};

/// The newest 20 000 that match, oldest first; asks journalctl(1), without a shell. Errors (all for
/// the technician): "logs.no-journal" (notFound): this machine keeps none, or has no journalctl;
/// "logs.unreadable" (storage): there is no such boot, or it may not be read.
Result<std::vector<JournalLine>> readJournal(const JournalQuery& query);

/// The same of what journalctl wrote with --output=json; what is none is left out.
std::vector<JournalLine> journalLinesIn(std::string_view json);

} // namespace kiosk::app
