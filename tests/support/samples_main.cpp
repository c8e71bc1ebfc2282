// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <iostream>

#include <catch2/catch.hpp>

#include "tests/support/samples.h"

/// Runs the tests of a program that reads the samples, or skips them all, saying why.
int main(int argumentCount, char** arguments) {
    constexpr int kSkipped = 77;
    if (!std::filesystem::is_directory(kiosk::tests::samplesFolder())) {
        std::cout << "skipped: no folder of samples at " << kiosk::tests::samplesFolder()
                  << " (KIOSK_SAMPLES names another)\n";
        return kSkipped;
    }
    return Catch::Session().run(argumentCount, arguments);
}
