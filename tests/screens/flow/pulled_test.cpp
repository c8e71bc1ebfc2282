// SPDX-License-Identifier: Apache-2.0
// A headset pulled in the middle of something private: from the socket of a whole kiosk to what two
// sound cards get, spoken by espeak-ng itself.
#include <algorithm>

#include <SDL.h>
#include <catch2/catch.hpp>

#include "firmware/base/worker.h"
#include "screens/speech/own_voice.h"
#include "screens/speech/sound/outlets.h"
#include "screens/speech/steps.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/screens/flow/earpiece.h"
#include "tests/support/disk_card.h"

namespace kiosk::flow {

namespace {

using namespace std::chrono_literals;
using bench::Happening;
using kit::Key;
using speech::Channel;
using speech::Spoken;

constexpr double kUsualDb = speech::kUsualSoundLevelDb;
constexpr std::chrono::milliseconds kStep{200};
/// At most so long until the kiosk looks at its cabinet again.
constexpr std::chrono::milliseconds kUntilNoticed{20};
constexpr double kSecondsUntilNoticed = 0.02;

speech::OwnVoice::Source ownVoice() {
    return {KIOSK_SOURCE_DIR "/assets/speech", KIOSK_BINARY_DIR "/bin/kiosk-speaker"};
}

/// What the kiosk's voice makes of a sentence.
speech::Pcm soundOf(const speech::Sentence& sentence) {
    const SystemClock clock;
    EventLoop loop(clock);
    speech::OwnVoice voice(loop, std::make_unique<InlineWorker>(), ownVoice());
    speech::Pcm sound;
    voice.begin(sentence, 100, [&sound](Result<speech::Utterance> utterance) {
        REQUIRE(utterance);
        sound = std::move(utterance->sound);
    });
    loop.runReady();
    return sound;
}

/// While it lives, a card takes nothing: no time passes for it.
class CardStandsStill {
public:
    explicit CardStandsStill(SDL_AudioDeviceID card) : card_(card) {
        REQUIRE(SDL_GetAudioDeviceStatus(card_) == SDL_AUDIO_PLAYING);
        SDL_LockAudioDevice(card_);
    }
    ~CardStandsStill() { SDL_UnlockAudioDevice(card_); }
    CardStandsStill(const CardStandsStill&) = delete;
    CardStandsStill& operator=(const CardStandsStill&) = delete;

private:
    SDL_AudioDeviceID card_;
};

/// A kiosk with two sound cards, and a citizen who begins without a headset: the loudspeaker's is
/// opened first. SDL counts them from two on.
class Cabinet {
public:
    static constexpr SDL_AudioDeviceID kHeadsetCard = 3;

    Cabinet() {
        REQUIRE(earpiece.strike(Key::repeat));
        hearUntil([](const Spoken& spoken) { return spoken.text.starts_with("语音已打开"); });
        REQUIRE(stage->happen(Happening::headsetPlugged));
        hearUntil([](const Spoken& spoken) { return spoken.channel == Channel::headset; });
    }

    /// Lets time pass until such a sentence sounds.
    void hearUntil(const std::function<bool(const Spoken&)>& wanted) {
        for (auto left = 240000ms; left > 0ms; left -= kStep) {
            if (!log().empty() && wanted(log().back()))
                return;
            REQUIRE(earpiece.pass(kStep));
        }
        FAIL("never heard");
    }

    /// The list of licences is there, and one of them, private as it is, is being told.
    void beginPrivateSentence() {
        stage->visit().touch(visit::touch::Begin{});
        REQUIRE(stage->layCard("林云舒", bench::Stage::Card::valid));
        hearUntil([](const Spoken& spoken) { return spoken.text == "请选择要打印的证照"; });
        for (int presses = 0; presses < 20 && !tellsLicence(); ++presses) {
            REQUIRE(earpiece.strike(Key::down));
            REQUIRE(earpiece.pass(0ms));
        }
        REQUIRE(tellsLicence());
    }

    const speech::SpeechLog& log() const { return earpiece.log(); }

    tests::DiskCards cards{10};
    std::unique_ptr<bench::VirtualStage> stage = bench::openStage();
    Earpiece earpiece{
        *stage, [this](EventLoop& loop) {
            return Earpiece::Sound{
                std::make_unique<speech::OwnVoice>(loop, std::make_unique<InlineWorker>(),
                                                   ownVoice()),
                std::make_unique<speech::Outlets>(speech::OutletChoices{
                    .headset = speech::OutletChoice{cards.device("headset"), kUsualDb},
                    .loudspeaker = speech::OutletChoice{cards.device("loudspeaker"), kUsualDb}})};
        }};

private:
    bool tellsLicence() const {
        const Spoken& now = log().back();
        return now.isPrivate && !now.ended && now.text.find("，共4份") != std::string::npos;
    }
};

/// Whether the card sounded these samples, first of all that it sounded after so many seconds.
bool soundsFirst(const std::vector<float>& card, double after, const speech::Pcm& sound) {
    const auto from = card.begin() + static_cast<std::ptrdiff_t>(after * speech::kSamplesPerSecond);
    const auto begun = std::find_if(from, card.end(), tests::isSound);
    const auto first = std::ranges::find_if(
        sound, [](std::int16_t sample) { return tests::isSound(float(sample) / 32767); });
    return card.end() - begun >= sound.end() - first &&
           std::equal(first, sound.end(), begun, [](std::int16_t sample, float heard) {
               return std::abs(float(sample) / 32767 - heard) < 1e-4F;
           });
}

} // namespace

TEST_CASE("A32 A34 a headset pulled in a private sentence is silent within 100 ms of samples, and "
          "the loudspeaker says what others may hear") {
    Cabinet cabinet;
    cabinet.beginPrivateSentence();
    const std::size_t before = cabinet.log().size();
    const double begun = cabinet.cards.taken("headset");
    cabinet.cards.take("headset", begun + 0.4);
    double told = 0;
    const double aloudBefore = cabinet.cards.taken("loudspeaker");
    {
        const CardStandsStill still(Cabinet::kHeadsetCard);
        told = cabinet.cards.taken("headset");
        REQUIRE(cabinet.stage->happen(Happening::headsetPulled));
        REQUIRE(cabinet.earpiece.pass(kUntilNoticed));
    }
    cabinet.cards.take("headset", told + 1);
    const double silent = tests::untilSilence(cabinet.cards.samples("headset"));
    CHECK(silent > told - 0.1); // it sounded until then
    CHECK(silent + kSecondsUntilNoticed < told + 0.1);

    const kit::Catalogue texts = kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts").value();
    const speech::Pcm pulled = soundOf({texts.of({"zh-CN"}).say("speech.pulled"), "zh-CN"});
    REQUIRE(pulled.size() > speech::kSamplesPerSecond);
    const double length = static_cast<double>(pulled.size()) / speech::kSamplesPerSecond;
    cabinet.cards.take("loudspeaker", cabinet.cards.taken("loudspeaker") + length + 0.2);
    CHECK(soundsFirst(cabinet.cards.samples("loudspeaker"), aloudBefore, pulled));

    cabinet.hearUntil([](const Spoken& spoken) { return spoken.ended.has_value(); });
    REQUIRE(cabinet.earpiece.strike(Key::down)); // to the next licence
    CHECK(cabinet.log().back().text == "个人信息只在耳机里播报。");
    CHECK(cabinet.log().size() == before + 2);
    for (std::size_t at = before; at < cabinet.log().size(); ++at) {
        CAPTURE(cabinet.log()[at].text);
        CHECK(cabinet.log()[at].channel == Channel::loudspeaker);
        CHECK_FALSE(cabinet.log()[at].isPrivate);
        CHECK(cabinet.log()[at].text.find("，共4份") == std::string::npos);
    }
    CHECK(tests::untilSilence(cabinet.cards.samples("headset")) == silent);
}

} // namespace kiosk::flow
