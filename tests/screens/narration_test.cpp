// SPDX-License-Identifier: Apache-2.0
// What is said of the screens.
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/base/log.h"
#include "screens/kit/focus.h"
#include "screens/speech/narration.h"
#include "tests/screens/screen_fixture.h"
#include "tests/support/manual_clock.h"
#include "tests/support/overheard.h"

namespace kiosk::test {
namespace {

using namespace std::chrono_literals;
using speech::Channel;
using speech::Spoken;

/// A kiosk of which only the voice is there.
class Ear {
public:
    explicit Ear(bool headset = true) {
        view_.settings.speech.on = true;
        view_.headsetPlugged = headset;
    }

    visit::VisitView& view() { return view_; }
    void show(visit::VisitView::Content content) {
        view_.content = std::move(content);
        show();
    }
    void show() {
        tree_ = citizen::buildScreen(view_, context());
        focus_.setStops(kit::FocusStops::everything);
        focus_.follow(tree_);
        narration_.shown(view_, tree_, focus_.node(tree_));
    }
    std::optional<visit::Touch> press(kit::Key key) {
        clock_.advance(1s);
        auto touch = narration_.pressed(key);
        if (!touch)
            touch = focus_.feed({key, clock_.steady()}, tree_);
        if (const kit::Node* node = focus_.node(tree_); node != nullptr && !touch)
            narration_.focused(tree_, *node);
        return touch;
    }
    void answered(const visit::Touch& touch) { narration_.answered(touch); }
    /// Long enough for everything to be said.
    std::vector<std::string> listen(std::chrono::milliseconds time = 120s) {
        const std::size_t first = heard_;
        for (auto left = time; left > 0ms && speaker_.isSpeaking(); left -= 50ms) {
            clock_.advance(50ms);
            loop_.runReady();
        }
        heard_ = log_.size();
        std::vector<std::string> said;
        for (std::size_t at = first; at < log_.size(); ++at)
            said.push_back(log_[at].text);
        return said;
    }
    const speech::SpeechLog& log() const { return log_; }
    const kit::Node& tree() const { return tree_; }
    bool isSpeaking() const { return speaker_.isSpeaking(); }

private:
    tests::ManualClock clock_;
    EventLoop loop_{clock_};
    tests::QuickVoice voice_{KIOSK_SOURCE_DIR "/assets/speech"};
    tests::NotedOutlet outlet_;
    speech::SpeechLog log_;
    speech::Speaker speaker_{loop_, clock_, voice_, outlet_, &log_};
    speech::Narration narration_{
        {assets().catalogue,
         {.keys = {{"zh-CN", "键盘在屏幕右下方。"}}, .slot = {{"zh-CN", "出纸口在键盘右边。"}}}},
        speaker_};
    visit::VisitView view_;
    kit::Node tree_;
    kit::Focus focus_;
    std::size_t heard_ = 0;
};

bool says(const std::vector<std::string>& said, std::string_view words) {
    return std::ranges::any_of(said, [&](const std::string& sentence) {
        return sentence.find(words) != std::string::npos;
    });
}

visit::VisitView::Content chooseOne() {
    for (const ExampleView& example : exampleViews())
        if (std::holds_alternative<visit::ChooseView>(example.view.content))
            return example.view.content;
    return visit::StartView{};
}

/// What a voice says of the choose screen of somebody of that masked name.
std::string wordsOfChoice(const std::string& masked, const std::string& language) {
    Ear ear;
    auto choose = std::get<visit::ChooseView>(chooseOne());
    choose.holderMasked = masked;
    ear.view().settings.language = {language};
    ear.show(choose);
    ear.listen();
    std::string words;
    for (const Spoken& spoken : ear.log())
        words += spoken.words + "\n";
    return words;
}

/// What is said of licences: of what is listed, its number in the list.
std::size_t licencesTold(const std::vector<std::string>& said) {
    return static_cast<std::size_t>(std::ranges::count_if(said, [](const std::string& sentence) {
        return sentence.find("份，共") != std::string::npos;
    }));
}

visit::PrintingView printing(int pagesOut) {
    return {visit::PrintingView::Phase::printing, pagesOut, 3};
}

} // namespace

TEST_CASE("A30 every node of every screen has something to say, in every language that is spoken") {
    for (const visit::Language& language : {visit::Language{"zh-CN"}, visit::Language{"en"}})
        for (const ExampleView& example : exampleViews()) {
            CAPTURE(example.name, language.tag);
            const kit::Node tree = build(example, {.language = language}, context()).root;
            const auto items = speech::itemsOf(tree);
            kit::walk(tree, [&](const kit::Node& node, int) {
                if (!node.touch)
                    return;
                CAPTURE(node.id);
                CHECK(std::ranges::any_of(
                    items, [&](const speech::Item& item) { return item.node == &node; }));
            });
            CHECK_FALSE(items.empty());
            for (const speech::Item& item : items) {
                CAPTURE(item.text);
                CHECK_FALSE(item.text.empty());
                if (item.language != "bo") // its own name, which no voice reads
                    CHECK(speech::isSpoken(item.language));
            }
        }
}

TEST_CASE("A73 a rare name is told by its surname, in every language that is spoken") {
    for (const char* language : {"zh-CN", "zh-Hant", "en", "ug"}) {
        const std::string words = wordsOfChoice("单*䶮", language);
        CAPTURE(language, words);
        CHECK(words.find("shan4 mou3 yan3") != std::string::npos);
        CHECK(wordsOfChoice("𠮷*", language).find("ji2 mou3") != std::string::npos);
    }
}

TEST_CASE("A73 a character of a name that nobody can read is told by its code, and counted") {
    std::vector<std::string> told;
    log::setSink([&](log::Level, std::string_view line) { told.emplace_back(line); });
    const std::string words = wordsOfChoice("\U0002EBF0*", "zh-CN");
    log::setSink({});
    CAPTURE(words);
    CHECK(words.find("sheng1 pi4 zi4 you1 er4 yi4 bi4 ai2 fu5 ling2 mou3") != std::string::npos);
    REQUIRE(says(told, "characters without a reading"));
    CHECK(says(told, "count=1"));
    CHECK_FALSE(says(told, "\U0002EBF0"));
}

TEST_CASE("A30 a screen that appears is told whole: title, what stands there, how to go on") {
    Ear ear;
    ear.show(visit::IdentifyView{});
    const auto said = ear.listen();
    CHECK(said.front().starts_with("语音已打开"));
    CHECK(says(said, "键盘在屏幕右下方"));
    CHECK(says(said, "请放上身份证"));
    CHECK(says(said, "第2步，共6步"));
    CHECK(says(said, "平放在下方亮灯的读卡区"));
    ear.show(visit::IdentifyView{visit::IdentifyView::Phase::askAgain, "card.removed"});
    CHECK(says(ear.listen(), "身份证拿开得太早了"));
}

TEST_CASE("R3 A30 what a region adds to the list is told once, and nothing that was there again") {
    Ear ear;
    visit::ChooseView list = std::get<visit::ChooseView>(chooseOne());
    const std::vector<visit::ChooseView::Item> both = list.items;
    list.items.resize(2);
    list.pendingRegions = list.awaitedRegions = {"海岳省"};
    ear.show(list);
    CHECK(says(ear.listen(), "还在询问"));
    ear.show(list);
    CHECK(ear.listen().empty());
    list.items = both;
    list.pendingRegions.clear();
    ear.show(list);
    const auto said = ear.listen();
    CHECK(licencesTold(said) == both.size() - 2);
    CHECK(says(said, "各地都已答复"));
    ear.show(list);
    CHECK(ear.listen().empty());
}

TEST_CASE("A30 what changes is told, what stays is not, and seconds are not counted aloud") {
    Ear ear;
    ear.show(printing(1));
    CHECK(says(ear.listen(), "已打印 1 张，共 3 张"));
    ear.show(printing(2));
    CHECK(ear.listen() == std::vector<std::string>{"已打印 2 张，共 3 张"});
    ear.show(printing(2));
    CHECK(ear.listen().empty());

    ear.show(visit::TakeView{.pages = 3, .secondsLeft = 20});
    CHECK(says(ear.listen(), "出纸口在键盘右边"));
    ear.show(visit::TakeView{.pages = 3, .secondsLeft = 19});
    CHECK(ear.listen().empty());
}

TEST_CASE("A30 the idle question is asked aloud, and the screen beneath it told again afterwards") {
    Ear ear;
    ear.show(visit::IdentifyView{});
    ear.listen();
    ear.view().idleSecondsLeft = 45;
    ear.show();
    CHECK(says(ear.listen(), "您还在办理吗"));
    ear.view().idleSecondsLeft = 44;
    ear.show();
    CHECK(ear.listen().empty());
    ear.view().idleSecondsLeft.reset();
    ear.show();
    CHECK(says(ear.listen(), "请放上身份证"));
}

TEST_CASE(
    "A31 speech begins with the repeat key, and a headset pulled ends it with a public word") {
    Ear ear(false);
    ear.view().settings.speech.on = false;
    ear.show(visit::StartView{});
    CHECK(ear.listen().empty());
    const auto touch = ear.press(kit::Key::repeat);
    REQUIRE(touch);
    REQUIRE(std::holds_alternative<visit::touch::SetSpeech>(*touch));

    ear.view().settings.speech.on = true;
    ear.view().headsetPlugged = true;
    ear.show();
    CHECK(ear.listen().front().starts_with("语音已打开"));
    ear.view().settings.speech.on = false;
    ear.view().headsetPlugged = false;
    ear.show();
    const auto said = ear.listen();
    REQUIRE(said.size() == 1);
    CHECK(said.front().starts_with("耳机已拔出"));
    CHECK(ear.log().back().channel == Channel::loudspeaker);
    ear.press(kit::Key::down);
    CHECK(ear.listen().empty());
}

TEST_CASE("A32 nothing private leaves the headset on any screen") {
    for (const bool headset : {true, false}) {
        Ear ear(headset);
        for (const ExampleView& example : exampleViews()) {
            CAPTURE(example.name);
            ear.show(example.view.content);
            ear.listen();
            for (int step = 0; step < 40; ++step)
                ear.press(kit::Key::right);
            ear.listen();
        }
        bool anythingPrivate = false;
        for (const Spoken& spoken : ear.log()) {
            anythingPrivate |= spoken.isPrivate;
            CHECK(spoken.channel == (headset ? Channel::headset : Channel::loudspeaker));
        }
        CHECK(anythingPrivate == headset);
    }
}

TEST_CASE("A32 where the citizen chose it, the loudspeaker says private things too") {
    Ear ear(false);
    ear.view().settings.speech.privateAloud = true;
    ear.show(chooseOne());
    ear.listen();
    for (int step = 0; step < 20; ++step)
        ear.press(kit::Key::right);
    ear.listen();
    CHECK(std::ranges::any_of(ear.log(), &Spoken::isPrivate));
}

TEST_CASE("A33 a character typed into a masked field is one digit to others") {
    const speech::Narrator narrator(assets().catalogue, {});
    const speech::Sentence typed = narrator.typed("7", true);
    CHECK(typed.isPrivate);
    CHECK(typed.instead == "一位数字");
    CHECK_FALSE(narrator.typed("7", false).isPrivate);
}

TEST_CASE("U3 at each key it is told what is typed and how many are left, digits too; to others "
          "only how many") {
    visit::FindView find{.board = typing::Board::digits, .candidates = {}, .items = {}, .left = {}};
    find.items.resize(3, {.typeName = "居住证", .regionName = "云州市", .numberMasked = "99**41"});
    find.left = {0, 1, 2};
    for (const bool headset : {true, false}) {
        Ear ear(headset);
        ear.show(find);
        ear.listen();
        visit::FindView typed = find;
        typed.code = "4";
        typed.left = {0, 1};
        ear.show(typed);
        ear.listen();
        typed.code = "7"; // of the same length: only a digit is another
        typed.left = {1};
        ear.show(typed);
        const auto said = ear.listen();
        CHECK(std::ranges::count(said, "已输入 7") == (headset ? 1 : 0));
        CHECK(std::ranges::count(said, "符合 1 份，共 3 份") == 1);
    }
}

TEST_CASE("A33 a digit of the staff's PIN is told as itself to a headset only") {
    using Staff = visit::touch::Staff;
    for (const bool headset : {true, false}) {
        Ear ear(headset);
        ear.show(visit::StartView{});
        ear.listen();
        ear.answered(Staff{Staff::Key::digit, 7});
        const auto said = ear.listen();
        CHECK(says(said, "7") == headset);
        CHECK(says(said, "一位数字") == !headset);
        ear.answered(Staff{Staff::Key::enter});
        ear.answered(visit::touch::Begin{});
        CHECK(ear.listen().empty());
    }
}

TEST_CASE("A34 each key silences what is said") {
    for (const auto key : {kit::Key::up, kit::Key::ok, kit::Key::volumeUp, kit::Key::help}) {
        Ear ear;
        ear.show(visit::IdentifyView{});
        ear.listen(1s);
        REQUIRE(ear.isSpeaking());
        const Spoken& before = ear.log().back();
        const auto begun = before.begun;
        ear.press(key);
        const auto first = std::ranges::find(ear.log(), begun, &Spoken::begun);
        REQUIRE(first->ended);
        CHECK(first->ending == speech::Ending::action);
    }
}

TEST_CASE("A35 A36 the keys for loudness and rate are answered in words") {
    Ear ear;
    ear.show(visit::IdentifyView{});
    ear.listen();
    REQUIRE(ear.press(kit::Key::volumeUp));
    ear.view().settings.speech.volumeStep = 1;
    ear.show();
    CHECK(ear.listen() == std::vector<std::string>{"音量第 7 档，共 10 档"});
    CHECK(ear.log().back().gainDb == 9);
    REQUIRE(ear.press(kit::Key::slower));
    ear.view().settings.speech.rateStep = -2;
    ear.show();
    CHECK(ear.listen() == std::vector<std::string>{"语速百分之 50"});
    CHECK(ear.log().back().ratePercent == 50);
}

TEST_CASE("A38 speech is in the language that is shown") {
    Ear ear;
    ear.view().settings.language = {"en"};
    for (const ExampleView& example : exampleViews()) {
        ear.show(example.view.content);
        ear.listen();
    }
    for (const Spoken& spoken : ear.log())
        if (spoken.language != "en") // names of licences, as issued
            CHECK(spoken.language == "zh-CN");
    ear.view().settings.language = {"zh-CN"};
    ear.show(visit::IdentifyView{});
    CHECK(says(ear.listen(), "请放上身份证"));
    CHECK(ear.log().back().language == "zh-CN");
}

TEST_CASE("A28 the focus is told: name, state, and place in a list") {
    Ear ear;
    ear.show(chooseOne());
    ear.listen();
    ear.press(kit::Key::down);
    ear.press(kit::Key::down);
    std::vector<std::string> said = ear.listen();
    CHECK(says(said, "份，共"));
    ear.show(visit::PurposeView{.typeName = "营业执照",
                                .purposes = {{"school", "子女入学"}, {"bank", "银行开户"}}});
    CHECK(says(ear.listen(), "子女入学"));
    for (int step = 0; step < 12; ++step) {
        ear.press(kit::Key::right);
        const auto more = ear.listen();
        said.insert(said.end(), more.begin(), more.end());
    }
    CHECK(says(said, "银行开户"));
    CHECK(says(said, "第 2 项，共 2 项"));
    CHECK(says(said, "现在不能用"));
}

} // namespace kiosk::test
