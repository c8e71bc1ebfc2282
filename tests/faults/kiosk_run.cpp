// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/kiosk_run.h"

#include <thread>

#include <catch2/catch.hpp>

namespace kiosk::faults {

tests::ChildProcess startKiosk(const Site& site, std::map<std::string, std::string> environment) {
    environment["SDL_AUDIODRIVER"] = "dummy";
    auto process =
        tests::ChildProcess::start({.command = {KIOSK_BINARY_DIR "/bin/kiosk", "--config",
                                                site.file().string(), "--scale", "0.3"},
                                    .environment = std::move(environment),
                                    .log = site.folder() / "kiosk.log"});
    REQUIRE(process);
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!std::filesystem::exists(site.state() / "service") ||
           !std::filesystem::exists(site.state() / "last-good-configuration.json")) {
        REQUIRE(process->running());
        REQUIRE(std::chrono::steady_clock::now() < deadline);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return std::move(*process);
}

} // namespace kiosk::faults
