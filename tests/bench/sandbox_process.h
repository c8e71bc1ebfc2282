// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "tests/bench/stage.h"
#include "tests/support/child_process.h"

namespace kiosk::bench {

/// The sandbox authority as its own program, and its control side.
class SandboxProcess {
public:
    /// Starts it and waits until both regions answer. Error "bench.sandbox-silent" (technician).
    static Result<SandboxProcess> start(const std::filesystem::path& program,
                                        const std::filesystem::path& folder);

    /// One that somebody else started and ends, controlled at this URL; what a kiosk needs of it
    /// lies in the folder. Error "bench.sandbox-silent" (technician) where it does not.
    static Result<SandboxProcess> elsewhere(const std::filesystem::path& folder,
                                            const std::string& control);

    std::filesystem::path regionsFile() const { return folder_ / "regions.json"; }
    std::filesystem::path trust() const { return folder_ / "trust"; }

    Result<> setFault(const std::string& regionCode, const std::string& fault,
                      std::optional<int> times) const;
    Result<Stage::Delivered> delivered() const;
    const std::vector<std::string>& regionCodes() const { return regionCodes_; }

private:
    std::filesystem::path folder_;
    tests::ChildProcess process_; ///< where it is ours
    std::string control_;         ///< URL of the control side
    std::vector<std::string> regionCodes_;
};

} // namespace kiosk::bench
