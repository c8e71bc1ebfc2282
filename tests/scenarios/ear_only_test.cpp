// SPDX-License-Identifier: Apache-2.0
// A whole visit by somebody who hears and presses keys, and sees nothing.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "screens/kit/focus.h"
#include "screens/speech/narration.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/support/overheard.h"

namespace kiosk::bench {
namespace {

using namespace std::chrono_literals;

/// Decides by the speech log alone. Trees and views pass through it to voice and focus unread.
class Blind {
public:
    explicit Blind(VirtualStage& stage) : stage_(stage) {
        focus_.setStops(kit::FocusStops::everything);
        stage_.watchScreens([this](const kit::Node& tree) {
            tree_ = tree;
            focus_.follow(tree_);
            narration_.shown(stage_.view(), tree_, focus_.node(tree_));
        });
    }
    ~Blind() { stage_.watchScreens({}); }

    /// Waits until these words are said from now on.
    bool hears(std::string_view words) {
        for (auto left = 240s; left > 0s; left -= 1s) {
            if (said(words, heard_)) {
                heard_ = log_.size();
                return true;
            }
            wait();
        }
        UNSCOPED_INFO("never heard " << words);
        return false;
    }

    /// Hears out what is said, which ends with the focus, goes on by key until these words are said
    /// of it, and presses OK.
    bool chooses(std::string_view words) {
        while (speaker_.isSpeaking())
            wait();
        if (said(words, afterChoices()))
            return press(kit::Key::ok);
        for (int presses = 0; presses < 60; ++presses) {
            const std::size_t before = log_.size();
            press(kit::Key::right);
            if (said(words, before)) {
                heard_ = log_.size();
                return press(kit::Key::ok);
            }
        }
        UNSCOPED_INFO("never came to " << words);
        return false;
    }

    const speech::SpeechLog& log() const { return log_; }

private:
    /// Where, after a screen was told, its focus is.
    std::size_t afterChoices() const {
        std::size_t at = log_.size();
        for (std::size_t back = 1; back <= std::min<std::size_t>(3, log_.size()); ++back)
            if (log_[log_.size() - back].text.find("个选项") != std::string::npos)
                at = log_.size() - back;
        return at;
    }

    bool said(std::string_view words, std::size_t from) const {
        return std::any_of(log_.begin() + static_cast<std::ptrdiff_t>(from), log_.end(),
                           [&](const speech::Spoken& spoken) {
                               return spoken.text.find(words) != std::string::npos;
                           });
    }

    void wait() {
        REQUIRE(stage_.pass(1s));
        loop_.runReady();
    }

    /// True where the key meant a touch.
    bool press(kit::Key key) {
        stage_.clock().advance(600ms);
        narration_.pressed(key);
        if (focus_.feed({key, stage_.clock().steady()}, tree_)) {
            const std::string id = focus_.node(tree_)->id;
            return stage_.touch(id).has_value();
        }
        if (const kit::Node* node = focus_.node(tree_))
            narration_.focused(tree_, *node);
        return false;
    }

    VirtualStage& stage_;
    kit::Catalogue catalogue_ = kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts").value();
    EventLoop loop_{stage_.clock()};
    tests::QuickVoice voice_{KIOSK_SOURCE_DIR "/assets/speech"};
    tests::NotedOutlet outlet_;
    speech::SpeechLog log_;
    speech::Speaker speaker_{loop_, stage_.clock(), voice_, outlet_, &log_};
    speech::Narration narration_{{catalogue_, {}}, speaker_};
    kit::Node tree_;
    kit::Focus focus_;
    std::size_t heard_ = 0;
};

/// The steps told: "第3步，共6步".
std::set<std::string> stepsIn(const speech::SpeechLog& log) {
    std::set<std::string> steps;
    for (const speech::Spoken& spoken : log)
        if (spoken.text.starts_with("第") && spoken.text.find("步，共6步") != std::string::npos)
            steps.insert(spoken.text.substr(0, spoken.text.find("步")));
    return steps;
}

} // namespace

TEST_CASE("U2 a whole visit goes by ear and keys alone, and nothing private is said aloud") {
    const auto stage = openStage();
    Blind citizen(*stage);
    REQUIRE(stage->happen(Happening::headsetPlugged));
    REQUIRE(citizen.hears("语音已打开"));
    REQUIRE(citizen.hears("个选项"));
    REQUIRE(citizen.chooses("开始打印证照"));
    REQUIRE(citizen.hears("请放上身份证"));
    REQUIRE(stage->layCard("林云舒", Stage::Card::valid));
    REQUIRE(citizen.hears("请选择要打印的证照"));
    REQUIRE(citizen.hears("个选项"));
    REQUIRE(citizen.chooses("有效，"));
    REQUIRE(citizen.hears("电子印章核对通过"));
    REQUIRE(citizen.hears("个选项"));
    REQUIRE(citizen.chooses("内容无误，去打印"));
    REQUIRE(citizen.hears("打印来做什么用"));
    REQUIRE(citizen.hears("个选项"));
    REQUIRE(citizen.chooses("子女入学"));
    REQUIRE(citizen.hears("已选"));
    REQUIRE(citizen.chooses("打印证照"));
    REQUIRE(citizen.hears("打印好了"));
    // Everything is wiped by itself, while the ear is still at it.
    REQUIRE(citizen.hears("电子证照"));

    CHECK(stage->sheets()->size() == 1);
    CHECK(stepsIn(citizen.log()).size() <= 6);
    CHECK(stepsIn(citizen.log()).size() >= 5);
    CHECK(std::ranges::any_of(citizen.log(), &speech::Spoken::isPrivate));
    CHECK(std::ranges::all_of(citizen.log(), [](const speech::Spoken& spoken) {
        return spoken.channel == speech::Channel::headset;
    }));
}

TEST_CASE("A31 a headset pulled in a visit ends speech with a word, plugged in again it goes on") {
    const auto stage = openStage();
    Blind citizen(*stage);
    REQUIRE(stage->happen(Happening::headsetPlugged));
    REQUIRE(citizen.hears("语音已打开"));
    REQUIRE(stage->happen(Happening::headsetPulled));
    REQUIRE(citizen.hears("耳机已拔出"));
    CHECK(citizen.log().back().channel == speech::Channel::loudspeaker);
    REQUIRE(stage->happen(Happening::headsetPlugged));
    REQUIRE(citizen.hears("语音已打开"));
    CHECK(citizen.log().back().channel == speech::Channel::headset);
}

} // namespace kiosk::bench
