// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/recordings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "screens/speech/sound/wav.h"

namespace kiosk::speech {
namespace {

using nlohmann::json;

constexpr std::size_t kManifestLimit = 1U << 20;
constexpr std::size_t kRecordingLimit = 4U << 20; ///< a minute and a half
constexpr int kLengthToleranceMs = 20;
constexpr double kPeakTolerance = 0.02;

double peakOf(const Pcm& pcm) {
    int peak = 0;
    for (const std::int16_t sample : pcm)
        peak = std::max(peak, std::abs(static_cast<int>(sample)));
    return peak / 32768.0;
}

/// Why a recording cannot be used; empty where it can.
std::string_view faultOf(const json& entry, const Pcm& pcm, std::string_view text) {
    if (entry.value("text", std::string()) != textHash(text))
        return "another text by now";
    const auto length = static_cast<double>(lengthOf(pcm).count());
    if (std::abs(entry.value("milliseconds", 0.0) - length) > kLengthToleranceMs ||
        std::abs(entry.value("peak", 0.0) - peakOf(pcm)) > kPeakTolerance)
        return "not the file that was measured";
    return {};
}

json manifestIn(const std::filesystem::path& folder) {
    const auto bytes = readFile(folder / "manifest.json", kManifestLimit);
    json manifest = bytes ? json::parse(toText(*bytes), nullptr, false) : json::object();
    return manifest.is_object() ? manifest : json::object();
}

Result<Pcm> soundIn(const std::filesystem::path& file) {
    return pcmFromWav(TRY(readFile(file, kRecordingLimit)));
}

} // namespace

std::string textHash(std::string_view spokenText) {
    std::uint64_t hash = 0xcbf29ce484222325U; // FNV-1a: tells texts apart, keeps no secret
    for (const char c : spokenText)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
    return digits.data();
}

Recordings Recordings::load(const std::filesystem::path& folder, const kit::Texts& texts) {
    Recordings recordings;
    const std::filesystem::path ours = folder / texts.language();
    const json manifest = manifestIn(ours);
    for (const auto& [key, entry] : manifest.items()) {
        const auto leaveOut = [&, name = texts.language() + "/" + key](std::string_view why) {
            recordings.leftOut_.push_back(name + ": " + std::string(why));
        };
        if (!entry.is_object() || !texts.has(key) || key.find('/') != std::string::npos) {
            leaveOut("no such text");
            continue;
        }
        auto sound = soundIn(ours / (key + ".wav"));
        const std::string text = texts.say(key);
        const std::string_view fault =
            sound ? faultOf(entry, *sound, text) : std::string_view(sound.error().code());
        if (fault.empty())
            recordings.sounds_.insert_or_assign(text, std::move(*sound));
        else
            leaveOut(fault);
    }
    return recordings;
}

const Pcm* Recordings::find(std::string_view text) const {
    const auto found = sounds_.find(text);
    return found == sounds_.end() ? nullptr : &found->second;
}

} // namespace kiosk::speech
