// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <sys/types.h>

namespace kiosk::tests {

/// The program ending_victim, run in this state folder until it ends.
class Victim {
public:
    Victim(const std::filesystem::path& state, const std::string& how,
           const std::map<std::string, std::string>& environment = {});
    ~Victim();
    Victim(const Victim&) = delete;
    Victim& operator=(const Victim&) = delete;

    /// Its next line; "" when it has ended.
    std::string line() const;
    pid_t id() const { return id_; }
    /// As waitpid() says.
    int end();

private:
    pid_t id_ = 0;
    int output_ = -1;
};

} // namespace kiosk::tests
