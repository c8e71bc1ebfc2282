// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "firmware/base/result.h"
#include "screens/speech/sound/pcm.h"
#include "screens/speech/words/runs.h"

namespace kiosk::speech {

/// The command for one run: espeak-ng behind walls. `program` is our kiosk-speaker.
std::vector<std::string> espeakCommand(const std::filesystem::path& program, Voice voice,
                                       int ratePercent);

/// What espeak-ng makes of one run, in a process of its own (espeak-ng is under GPL-3+, and reads
/// what came from elsewhere). The words cross by memory, never by the command line. Blocks for some
/// 40 ms, ten seconds at most; ends within 20 ms when asked to stop. Errors: "speech.no-voice"
/// (technician) where the program does not run, "speech.stopped" (wait).
Result<Pcm> espeak(const std::filesystem::path& program, const Run& run, int ratePercent,
                   const std::stop_token& stop);

} // namespace kiosk::speech
