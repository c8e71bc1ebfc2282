// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "firmware/base/bytes.h"
#include "firmware/base/files.h"

namespace kiosk::tests {

struct SampleLine {
    std::string message;
    int boot = 0; ///< digit that its id is made of
    int priority = 6;
    std::string unit = "kiosk.service";
};

/// A journal with these lines, a second apart from 2026-11-01T00:00:00Z on, written by systemd's
/// own program; false where the machine has none.
inline bool writeJournal(const std::filesystem::path& folder,
                         const std::vector<SampleLine>& lines) {
    constexpr const char* kWriter = "/lib/systemd/systemd-journal-remote";
    if (!std::filesystem::exists(kWriter))
        return false;
    constexpr long long kBegin = 1793491200000000; // 2026-11-01T00:00:00Z
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string at = std::to_string(kBegin + static_cast<long long>(i) * 1000000);
        text += "__REALTIME_TIMESTAMP=" + at + "\n__MONOTONIC_TIMESTAMP=" + std::to_string(i + 1) +
                "\n_BOOT_ID=" + std::string(32, static_cast<char>('a' + lines[i].boot)) +
                "\n_MACHINE_ID=" + std::string(32, '1') + "\n_SYSTEMD_UNIT=" + lines[i].unit +
                "\n_UID=0\nPRIORITY=" + std::to_string(lines[i].priority) +
                "\nMESSAGE=" + lines[i].message + "\n\n";
    }
    std::filesystem::create_directories(folder);
    const std::filesystem::path exported = folder / "export.txt";
    if (!writeFile(exported, bytesOf(text)))
        return false;
    const std::string command = std::string(kWriter) + " -o " + (folder / "a.journal").string() +
                                " - < " + exported.string() + " > /dev/null 2>&1";
    const bool written = std::system(command.c_str()) == 0;
    std::filesystem::remove(exported);
    return written;
}

} // namespace kiosk::tests
