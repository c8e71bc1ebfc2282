// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/command_line.h"
#include "firmware/tpm/place.h"

int main(int argc, char** argv) {
    kiosk::tpm::silenceLibrary();
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    return kiosk::app::runCommandLine(words);
}
