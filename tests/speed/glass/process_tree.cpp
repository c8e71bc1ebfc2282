// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/glass/process_tree.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <unistd.h>

#include "firmware/base/text.h"

namespace kiosk::speed {

namespace {

namespace fs = std::filesystem;

fs::path processFolder(pid_t process) {
    return fs::path("/proc") / std::to_string(process);
}

/// The number after "Key:" in a file of such lines; 0 where it cannot be read.
long numberUnder(const fs::path& file, std::string_view key) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(key) && line.size() > key.size() && line[key.size()] == ':')
            return std::strtol(line.c_str() + key.size() + 1, nullptr, 10);
    return 0;
}

/// Field `index` of /proc/N/stat, counted from the state after the name in brackets.
long statField(pid_t process, std::size_t index) {
    std::ifstream file(processFolder(process) / "stat");
    std::string line;
    std::getline(file, line);
    std::istringstream fields(line.substr(std::min(line.size(), line.rfind(')') + 2)));
    std::string field;
    for (std::size_t at = 0; at <= index; ++at)
        fields >> field;
    return std::strtol(field.c_str(), nullptr, 10);
}

constexpr std::size_t kParent = 1;
constexpr std::size_t kUserTicks = 11;
constexpr std::size_t kSystemTicks = 12;

std::vector<pid_t> allProcesses() {
    std::vector<pid_t> all;
    std::error_code gone;
    for (const auto& entry : fs::directory_iterator("/proc", gone))
        if (const auto number = parseInteger(entry.path().filename().string()))
            all.push_back(static_cast<pid_t>(*number));
    return all;
}

} // namespace

std::vector<pid_t> ProcessTree::members() const {
    std::multimap<pid_t, pid_t> children;
    for (const pid_t process : allProcesses())
        children.emplace(static_cast<pid_t>(statField(process, kParent)), process);
    std::vector<pid_t> found{root_};
    for (std::size_t at = 0; at < found.size(); ++at) {
        const auto [first, last] = children.equal_range(found[at]);
        for (auto child = first; child != last; ++child)
            found.push_back(child->second);
    }
    return found;
}

double ProcessTree::cpuMs() const {
    long ticks = 0;
    for (const pid_t process : members())
        ticks += statField(process, kUserTicks) + statField(process, kSystemTicks);
    return 1000.0 * static_cast<double>(ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double ProcessTree::memoryMb() const {
    long kilobytes = 0;
    for (const pid_t process : members())
        kilobytes += numberUnder(processFolder(process) / "smaps_rollup", "Pss");
    return static_cast<double>(kilobytes) / 1024;
}

long ProcessTree::sleeps() const {
    long sleeps = 0;
    for (const pid_t process : members()) {
        std::error_code gone;
        for (const auto& thread : fs::directory_iterator(processFolder(process) / "task", gone))
            sleeps += numberUnder(thread.path() / "status", "voluntary_ctxt_switches");
    }
    return sleeps;
}

} // namespace kiosk::speed
