// SPDX-License-Identifier: Apache-2.0
// What is heard is seen too, on every screen there is.
#include <catch2/catch.hpp>

#include "screens/kit/draw/painter.h"
#include "screens/kit/words.h"
#include "tests/screens/rules/caption_rules.h"
#include "tests/screens/rules/colour_rules.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

using kit::Node;

visit::VisitView viewOf(const ExampleView& example, const visit::Settings& settings) {
    return withSettings(example.view, settings);
}

struct Shown {
    visit::Settings settings;
    Node root;
    std::vector<Placed> screen;
    std::vector<Heard> heard;
};

Shown shown(const ExampleView& example, const visit::Settings& settings) {
    Shown one{settings, build(example, settings, context()).root, {}, {}};
    one.screen = placed(one.root);
    one.heard = heardOn(one.root, viewOf(example, settings), context());
    return one;
}

Shown shown(std::string_view name, const visit::Settings& settings = {}) {
    const auto views = exampleViews();
    const auto example = std::ranges::find(views, name, &ExampleView::name);
    REQUIRE(example != views.end());
    return shown(*example, settings);
}

Findings problems(const Shown& one, TextRules& texts) {
    return brokenCaptionRules(one.screen, one.heard, one.settings.textSize, assets().catalogue,
                              texts);
}

Findings problems(const Shown& one) {
    TextRules texts(*assets().typesetter, assets().board);
    return problems(one, texts);
}

/// The same caption in each theme, as it is drawn over the screen.
Findings weakCaptions(Shown& one, kit::Canvas& canvas) {
    Findings weak;
    Node caption = one.heard.front().captions.front();
    for (const visit::Theme theme : {visit::Theme::standard, visit::Theme::blackOnWhite,
                                     visit::Theme::yellowOnBlack, visit::Theme::lowContrast}) {
        Node over = one.root;
        over.add(caption);
        over.look.theme = &assets().themes.of(theme);
        kit::paint(over, canvas, assets(), caption.bounds);
        const Findings found = weakColours(placed(caption), canvas, demandsOf(theme));
        weak.insert(weak.end(), found.begin(), found.end());
    }
    return weak;
}

std::vector<visit::Settings> manners() {
    std::vector<visit::Settings> all;
    for (const visit::Language& language : allLanguages())
        for (int size = 0; size < 4; ++size) {
            visit::Settings settings{language, visit::TextSize(size)};
            settings.speech.on = true;
            all.push_back(settings);
            settings.reach = visit::Reach::low; // where its strip is another one
            if (settings.textSize == visit::TextSize::largest)
                all.push_back(settings);
        }
    return all;
}

Heard& sentenceOf(Shown& one, std::string_view words) {
    const auto found = std::ranges::find_if(one.heard, [&](const Heard& heard) {
        return heard.sentence.text.find(words) != std::string::npos;
    });
    REQUIRE(found != one.heard.end());
    return *found;
}

} // namespace

TEST_CASE("U2 A39 whatever sounds on any screen is seen there too, in every language and size") {
    TextRules texts(*assets().typesetter, assets().board);
    for (const visit::Settings& settings : manners()) {
        std::optional<kit::RectMm> place;
        for (const ExampleView& example : exampleViews()) {
            INFO(example.name << " " << settings.language.tag << " " << kit::name(settings.textSize)
                              << (settings.reach == visit::Reach::low ? " low" : ""));
            const Shown one = shown(example, settings);
            CHECK(one.heard.size() > 3);
            CHECK(problems(one, texts) == Findings{});
            const kit::RectMm here = one.heard.front().captions.front().bounds;
            CHECK(place.value_or(here) == here);
            place = here;
        }
    }
}

TEST_CASE("A39 captions stand out from every screen in every theme") {
    kit::Canvas canvas(assets().board);
    for (const visit::Language& language : allLanguages())
        for (const ExampleView& example : exampleViews()) {
            INFO(example.name << " " << language.tag);
            Shown one = shown(example, {.language = language});
            CHECK(weakCaptions(one, canvas) == Findings{});
        }
}

TEST_CASE("A39 nothing moves when a caption comes and goes, and it goes without a trace") {
    for (const auto* name : {"choose", "idle-question", "settings-panel"}) {
        const Shown one = shown(name);
        const Node with = widgets::captioned(one.root, {kit::Caption::Sign::voice, "请", "zh-CN"},
                                             {}, *assets().typesetter);
        const kit::RectMm place = kit::find(with, "caption")->bounds;
        for (const kit::RectMm& area : kit::damage(one.root, with)) {
            INFO(name);
            CHECK(area.y >= place.y - 1.01);
            CHECK(area.bottom() <= place.bottom() + 1.01);
        }
        CHECK(kit::find(with, "time") == nullptr);
        CHECK(kit::find(one.root, "time") != nullptr);
    }
}

TEST_CASE("A13 A39 a dark screen shows no caption") {
    const Shown one = shown("choose", {.screen = visit::Screen::dark});
    CHECK(!widgets::captionOn(one.root, {kit::Caption::Sign::voice, "请", "zh-CN"}, {},
                              *assets().typesetter));
}

TEST_CASE("A39 the checker sees a prompt without a caption, or with half of it") {
    Shown one = shown("start", {.language = {"en"}, .textSize = visit::TextSize::largest});
    CHECK(problems(one).empty());
    Heard& welcome = sentenceOf(one, "Speech is on");
    REQUIRE(welcome.captions.size() > 1);
    welcome.captions.pop_back();
    CHECK(problems(one) == Findings{"A39 not all is seen of " + welcome.sentence.text});
    welcome.captions.clear();
    CHECK(problems(one) == Findings{"A39 nothing is seen of " + welcome.sentence.text});
}

TEST_CASE("A39 the checker sees a caption without a sign, one that is clipped, one over a button") {
    Shown one = shown("start");
    Node& tones = one.heard.front().captions.front();
    const Node whole = tones;
    tones.children.erase(tones.children.begin());
    CHECK(problems(one) == Findings{"A39 no sign beside the tones"});
    tones = whole;
    tones.children.back().bounds.width = 20;
    CHECK(std::ranges::count_if(problems(one), [](const std::string& finding) {
              return finding.starts_with("A9 text is clipped");
          }) == 1);
    tones = whole;
    tones.bounds.y += 15;
    const Findings covered = problems(one);
    CHECK(std::ranges::count(covered, "A39 covers language") == 1);
}

TEST_CASE("A32 A39 the checker sees a caption that shows what only a headset may hear") {
    Shown one = shown("choose");
    const auto secret = std::ranges::find_if(
        one.heard, [](const Heard& heard) { return heard.sentence.isPrivate; });
    REQUIRE(secret != one.heard.end());
    CHECK(problems(one).empty());
    const std::string words = secret->sentence.text;
    secret->captions.front().children.back().name = words;
    const Findings seen = problems(one);
    CHECK(std::ranges::count(seen, "A39 everybody sees what only a headset hears: " + words) == 1);
}

} // namespace kiosk::test
