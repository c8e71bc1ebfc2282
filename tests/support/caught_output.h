// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdio>
#include <functional>
#include <string>

#include <unistd.h>

#include "firmware/base/files.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::tests {

struct CaughtOutput {
    int exitCode = 0;
    std::string out; ///< standard output
    std::string err; ///< standard error
};

/// Runs a command of a command-line tool with its two outputs caught.
inline CaughtOutput catchOutput(const std::function<int()>& command) {
    const TemporaryFolder folder;
    const std::array files{(folder.path() / "out").string(), (folder.path() / "err").string()};
    const std::array streams{STDOUT_FILENO, STDERR_FILENO};
    std::array<int, 2> kept{};
    std::fflush(nullptr);
    for (std::size_t i = 0; i < streams.size(); ++i) {
        kept[i] = ::dup(streams[i]);
        std::FILE* caught = std::fopen(files[i].c_str(), "w");
        ::dup2(::fileno(caught), streams[i]);
        std::fclose(caught);
    }
    const int exitCode = command();
    std::fflush(nullptr);
    for (std::size_t i = 0; i < streams.size(); ++i) {
        ::dup2(kept[i], streams[i]);
        ::close(kept[i]);
    }
    return {exitCode, toText(readFile(files[0]).value()), toText(readFile(files[1]).value())};
}

} // namespace kiosk::tests
