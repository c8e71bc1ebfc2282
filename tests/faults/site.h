// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/bench/sandbox_process.h"
#include "tests/support/ippeveprinter.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::faults {

/// What `kioskctl doctor` said: the report, the text beside it, and how it ended.
struct Told {
    nlohmann::json report;
    std::string text;
    std::string complaint; ///< standard error of the report's run
    int exitCode = -1;
};

/// The part of the world that outlives a kiosk: made once, because keys and a printer's start take
/// longest, and put right again by whoever broke it.
struct Surroundings {
    bench::SandboxProcess platforms;
    std::unique_ptr<tests::IppEvePrinter> printer;
    tests::TemporaryFolder folder;

    /// The office whose certificates a kiosk believes.
    std::filesystem::path office() const { return platforms.regionsFile().parent_path() / "tls"; }
    /// Paper, toner, power; platforms that answer.
    void putRight();
};
Surroundings& surroundings();

/// How the program is started: in a shell, which may prepare the world around it.
struct Around {
    std::string before{};              ///< shell; "$STATE" and "$SITE" are the kiosk's folders
    std::vector<std::string> spaces{}; ///< of unshare(1): "--net"
    std::map<std::string, std::string> environment{}; ///< "KIOSK_CLOCK_OFF": seconds
};

/// One kiosk as it stands in the street: its folder, its configuration, and the real programs.
class Site {
public:
    Site();

    nlohmann::json config;
    Around around;

    const std::filesystem::path& folder() const { return folder_.path(); }
    std::filesystem::path state() const { return folder() / "state"; }
    std::filesystem::path trust() const { return folder() / "trust"; }
    std::filesystem::path file() const { return folder() / "kiosk.json"; }
    /// Of the first region, to be changed.
    nlohmann::json& region() { return config["regions"][0]; }
    /// This text is the configuration's file.
    void put(std::string_view text);

    /// Unless the file's own text was put; doctor() does so too.
    void writeConfig() const;
    /// Runs the real program, once for people and once as JSON.
    Told doctor();

private:
    struct Run {
        std::string out;
        std::string err;
        int exitCode;
    };
    Run run(const std::vector<std::string>& words);

    tests::TemporaryFolder folder_;
    bool ownText_ = false;
};

/// Whether this machine lends name spaces of one's own (network, mounts): else rows that need them
/// are left out, and said so.
bool lendsSpaces();

} // namespace kiosk::faults
