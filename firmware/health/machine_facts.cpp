// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/machine_facts.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "firmware/base/text.h"

namespace kiosk::health {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLoopback = "lo";

/// A file of the kernel's: these have no size beforehand.
std::optional<std::string> kernelText(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf()))
        return std::nullopt;
    return text.str();
}

/// Names in a folder, sorted; none where there is no folder.
std::vector<fs::path> entriesOf(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed))
        entries.push_back(entry.path());
    std::ranges::sort(entries);
    return entries;
}

std::optional<std::int64_t> numberIn(const fs::path& file) {
    const auto text = kernelText(file);
    return text ? parseInteger(trimmed(*text)) : std::nullopt;
}

/// The words of each line of a table.
std::vector<std::vector<std::string>> tableIn(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        rows.emplace_back();
        for (std::string word; words >> word;)
            rows.back().push_back(word);
    }
    return rows;
}

/// /proc/net/route: a heading, then interface, destination and so on.
bool hasRoute(const std::string& table) {
    const auto rows = tableIn(table);
    return std::any_of(rows.begin() + (rows.empty() ? 0 : 1), rows.end(),
                       [](const auto& row) { return !row.empty() && row.front() != kLoopback; });
}

/// /proc/net/if_inet6: address, index, prefix, scope, flags, interface.
bool hasGlobalAddress(const std::string& table) {
    constexpr std::size_t kScope = 3;
    constexpr std::size_t kInterface = 5;
    const auto rows = tableIn(table);
    return std::ranges::any_of(rows, [](const auto& row) {
        return row.size() > kInterface && row[kScope] == "00" && row[kInterface] != kLoopback;
    });
}

} // namespace

std::optional<std::int64_t> diskFree(const fs::path& folder) {
    struct statvfs room{};
    if (::statvfs(folder.c_str(), &room) != 0)
        return std::nullopt;
    return static_cast<std::int64_t>(room.f_bavail) * static_cast<std::int64_t>(room.f_frsize);
}

std::optional<std::int64_t> diskErrors(const fs::path& root, const fs::path& folder) {
    struct stat lies{};
    if (::stat(folder.c_str(), &lies) != 0)
        return std::nullopt;
    const std::string number =
        std::to_string(::major(lies.st_dev)) + ":" + std::to_string(::minor(lies.st_dev));
    std::error_code none;
    const fs::path device = fs::read_symlink(root / "sys/dev/block" / number, none).filename();
    return device.empty() ? std::nullopt : numberIn(root / "sys/fs/ext4" / device / "errors_count");
}

Outcome storeOutcome(const fs::path& folder) {
    constexpr std::size_t kPage = 4096;
    constexpr std::array<char, kPage> kNothing{};
    std::error_code failed;
    if (!fs::is_directory(folder, failed))
        return {Cause("store.missing", Remedy::configuration)};
    std::string path = (folder / ".room-XXXXXX").string();
    const int file = ::mkostemp(path.data(), O_CLOEXEC);
    if (file >= 0)
        ::unlink(path.c_str()); // at once: nothing is left, whatever happens to us
    const bool written =
        file >= 0 && ::write(file, kNothing.data(), kPage) == ssize_t{kPage} && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    if (!written)
        return {Cause("store.not-writable", Remedy::technician)};
    return {};
}

std::optional<AtRest> atRest(const fs::path& root) {
    constexpr std::array<std::pair<std::string_view, AtRest>, kAtRests> kWords{{
        {"encrypted\n", AtRest::encrypted},
        {"plain\n", AtRest::plain},
        {"plain-beside-tpm\n", AtRest::plainBesideTpm},
    }};
    const auto text = kernelText(root / "run/kiosk-data");
    for (const auto& [word, told] : kWords)
        if (text == word)
            return told;
    return std::nullopt;
}

std::optional<std::int64_t> memoryFree(const fs::path& root) {
    constexpr std::int64_t kKibi = 1024;
    const auto text = kernelText(root / "proc/meminfo");
    if (!text)
        return std::nullopt;
    for (const auto& row : tableIn(*text))
        if (row.size() > 1 && row[0] == "MemAvailable:")
            if (const auto kibibytes = parseInteger(row[1]))
                return *kibibytes * kKibi;
    return std::nullopt;
}

std::optional<double> hottestCelsius(const fs::path& root) {
    constexpr double kMilli = 1000;
    std::optional<double> hottest;
    for (const fs::path& zone : entriesOf(root / "sys/class/thermal"))
        if (zone.filename().string().starts_with("thermal_zone"))
            if (const auto milli = numberIn(zone / "temp"))
                hottest = std::max(hottest.value_or(-kMilli), static_cast<double>(*milli) / kMilli);
    return hottest;
}

std::optional<bool> hasLink(const fs::path& root) {
    std::optional<bool> any;
    for (const fs::path& interface : entriesOf(root / "sys/class/net")) {
        if (interface.filename() == kLoopback)
            continue;
        // One that is down has no carrier to read.
        any = any.value_or(false) || numberIn(interface / "carrier") == 1;
    }
    return any;
}

std::optional<bool> hasAddress(const fs::path& root) {
    const auto routes = kernelText(root / "proc/net/route");
    const auto addresses = kernelText(root / "proc/net/if_inet6");
    if (!routes && !addresses)
        return std::nullopt;
    return (routes && hasRoute(*routes)) || (addresses && hasGlobalAddress(*addresses));
}

void readMachine(Health& health, const Machine& machine) {
    health.store = storeOutcome(machine.state);
    health.diskFree = diskFree(machine.state);
    health.diskErrors = diskErrors(machine.root, machine.state);
    health.atRest = atRest(machine.root);
    health.memoryFree = memoryFree(machine.root);
    health.celsius = hottestCelsius(machine.root);
}

} // namespace kiosk::health
