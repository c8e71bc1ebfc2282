// SPDX-License-Identifier: Apache-2.0
// `kiosk-speaker`: becomes espeak-ng, behind walls. What it says came from regions and cards.
#include <vector>

#include <unistd.h>

#include "firmware/reading/walls.h"

int main(int count, char** words) {
    constexpr const char* kProgram = "/usr/bin/espeak-ng";
    constexpr int kNotStarted = 3;
    if (!kiosk::reading::walls::raiseAroundVoice({}))
        return kNotStarted;
    std::vector<char*> command(words, words + count);
    command.push_back(nullptr);
    ::execv(kProgram, command.data());
    return kNotStarted;
}
