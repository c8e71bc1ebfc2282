// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "screens/kit/texts.h"
#include "screens/speech/sound/pcm.h"

namespace kiosk::speech {

/// What a recorded prompt was spoken from: as the manifest keeps it, so that a text that changed is
/// seen.
std::string textHash(std::string_view spokenText);

/// Prompts spoken by a person: FOLDER/LANGUAGE/KEY.wav, with FOLDER/LANGUAGE/manifest.json:
///
///     {"start.title": {"text": "9f86d081884c7d65", "milliseconds": 1830, "peak": 0.71}, …}
///
/// Where a recording is missing or its text is another by now, espeak-ng speaks.
class Recordings {
public:
    /// Whatever is wrong with a recording leaves it out; what() tells. A folder that is not there
    /// holds none.
    static Recordings load(const std::filesystem::path& folder, const kit::Texts& texts);

    /// Nothing where this text has no recording.
    const Pcm* find(std::string_view text) const;

    std::size_t count() const { return sounds_.size(); }
    /// "zh-CN/start.title: another text by now", a line each, for the start report.
    const std::vector<std::string>& leftOut() const { return leftOut_; }

private:
    std::map<std::string, Pcm, std::less<>> sounds_; ///< by text
    std::vector<std::string> leftOut_;
};

} // namespace kiosk::speech
