// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "screens/speech/recordings.h"
#include "screens/speech/sound/wav.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::speech {
namespace {

/// Half a second at half of full scale.
std::string wav(int samplesPerSecond = kSamplesPerSecond) {
    const auto word = [](std::uint32_t value, int bytes) {
        std::string text;
        for (int at = 0; at < bytes; ++at)
            text += static_cast<char>(value >> 8 * at & 0xFFU);
        return text;
    };
    std::string samples;
    for (int at = 0; at < kSamplesPerSecond / 2; ++at)
        samples += word(at % 2 == 0 ? 0x4000U : 0xC000U, 2);
    return "RIFF" + word(0x7FFFF024U, 4) + "WAVEfmt " + word(16, 4) + word(1, 2) + word(1, 2) +
           word(static_cast<std::uint32_t>(samplesPerSecond), 4) + word(44100, 4) + word(2, 2) +
           word(16, 2) + "data" + word(0x7FFFF000U, 4) + samples;
}

struct Folder {
    tests::TemporaryFolder folder;
    kit::Texts texts = kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts").value().of({"zh-CN"});

    Folder() { std::filesystem::create_directories(folder.path() / "zh-CN"); }
    void record(const std::string& key, const std::string& manifest, const std::string& sound) {
        REQUIRE(writeFile(folder.path() / "zh-CN" / (key + ".wav"), toBytes(sound)));
        REQUIRE(writeFile(folder.path() / "zh-CN/manifest.json", toBytes(manifest)));
    }
    Recordings load() const { return Recordings::load(folder.path(), texts); }
};

std::string manifest(const std::string& text, int milliseconds = 500, double peak = 0.5) {
    return R"({"identify.title": {"text": ")" + textHash(text) + R"(", "milliseconds": )" +
           std::to_string(milliseconds) + R"(, "peak": )" + std::to_string(peak) + "}}";
}

} // namespace

TEST_CASE("A prompt that a person spoke is found by its text") {
    Folder folder;
    const std::string text = folder.texts.say("identify.title");
    folder.record("identify.title", manifest(text), wav());
    const Recordings recordings = folder.load();
    CHECK(recordings.leftOut().empty());
    REQUIRE(recordings.find(text) != nullptr);
    CHECK(lengthOf(*recordings.find(text)).count() == 500);
    CHECK(recordings.find("等等") == nullptr);
}

TEST_CASE("A recording of another text, or another file than was measured, is left out and named") {
    Folder folder;
    const std::string text = folder.texts.say("identify.title");
    const auto fault = [&](const std::string& listed, const std::string& sound) {
        folder.record("identify.title", listed, sound);
        const Recordings recordings = folder.load();
        CHECK(recordings.count() == 0);
        REQUIRE(recordings.leftOut().size() == 1);
        return recordings.leftOut().front();
    };
    CHECK(fault(manifest("旧的文字"), wav()) == "zh-CN/identify.title: another text by now");
    CHECK(fault(manifest(text, 900), wav()) ==
          "zh-CN/identify.title: not the file that was measured");
    CHECK(fault(manifest(text, 500, 0.9), wav()) ==
          "zh-CN/identify.title: not the file that was measured");
    CHECK(fault(manifest(text), wav(8000)) == "zh-CN/identify.title: speech.not-a-wav");
    CHECK(fault(manifest(text), "RIFF") == "zh-CN/identify.title: speech.not-a-wav");
    CHECK(fault(R"({"../secret": {}})", wav()) == "zh-CN/../secret: no such text");
}

TEST_CASE("A kiosk without recordings has none, and that is no fault") {
    const Recordings none = Recordings::load(
        "/nonexistent", kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts").value().of({"en"}));
    CHECK(none.count() == 0);
    CHECK(none.leftOut().empty());
}

TEST_CASE("A WAV file cut anywhere gives fewer samples or an error, never more") {
    const std::string whole = wav();
    for (std::size_t length = 0; length < 60; ++length) {
        const auto pcm = pcmFromWav(toBytes(whole.substr(0, length)));
        if (pcm)
            CHECK(pcm->size() == (length - 44) / 2);
    }
}

} // namespace kiosk::speech
