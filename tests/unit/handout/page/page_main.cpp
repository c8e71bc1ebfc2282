// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <filesystem>
#include <iostream>

#include <catch2/catch.hpp>

#include "tests/unit/handout/page/browser.h"

/// Runs the tests of the page, or skips them all, saying why.
int main(int argc, char* argv[]) {
    constexpr int kSkipped = 77;
    if (!kiosk::tests::Browser::isInstalled()) {
        std::cout << "skipped: no chromium (package chromium)\n";
        return kSkipped;
    }
    if (!std::filesystem::exists(KIOSK_BINARY_DIR "/health-page.html")) {
        std::cout << "skipped: no decoder of codes (npm's zxing-wasm; target health_page)\n";
        return kSkipped;
    }
    return Catch::Session().run(argc, argv);
}
