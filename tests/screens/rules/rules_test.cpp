// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "screens/kit/draw/painter.h"
#include "tests/screens/rules/fair_rules.h"
#include "tests/screens/rules/focus_rules.h"
#include "tests/screens/rules/place_rules.h"
#include "tests/screens/rules/speech_rules.h"
#include "tests/screens/rules/target_rules.h"
#include "tests/screens/rules/text_rules.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

/// One setting of each language and size: the theme changes no length and no word.
std::vector<Setting> layoutSettings() {
    auto settings = allSettings();
    std::erase_if(settings, [](const Setting& setting) {
        return setting.settings.theme != visit::Theme::standard;
    });
    return settings;
}

Findings all(std::initializer_list<Findings> lists) {
    Findings result;
    for (const Findings& list : lists)
        result.insert(result.end(), list.begin(), list.end());
    return result;
}

void checkLayout(const citizen::ScreenContext& with, const Setting& setting, TextRules& texts) {
    SamePlaces places;
    for (const ExampleView& example : exampleViews()) {
        INFO(example.name << " " << setting.name);
        const auto built = build(example, setting.settings, with);
        CHECK(built.fit == kit::Fit::fits);
        const auto screen = placed(built.root);
        CHECK(all({texts.broken(screen, setting.settings.textSize), brokenTargetRules(screen),
                   brokenPlaceRules(screen, with.board), brokenSpeechRules(screen),
                   brokenOfferRules(screen), brokenFocusRules(built.root), brokenLureRules(screen),
                   brokenWayRules(screen, with.catalogue.of(setting.settings.language)),
                   places.compare(built.root)}) == Findings{});
    }
}

} // namespace

TEST_CASE("U1 every screen keeps the layout rules in every language and size") {
    TextRules texts(*assets().typesetter, assets().board);
    for (const Setting& setting : layoutSettings())
        checkLayout(context(), setting, texts);
}

TEST_CASE("A9 texts two fifths longer still fit at the normal size") {
    const kit::Catalogue longer = assets().catalogue.stretched();
    const citizen::ScreenContext with{assets().board, longer, assets().themes,
                                      *assets().typesetter};
    TextRules texts(*assets().typesetter, assets().board);
    for (const visit::Language& language : allLanguages())
        checkLayout(with, {{.language = language}, language.tag}, texts);
}

TEST_CASE("A11 a screen shown again unchanged redraws nothing: nothing on it moves by itself") {
    for (const ExampleView& example : exampleViews()) {
        INFO(example.name);
        CHECK(kit::damage(build(example, {}, context()).root, build(example, {}, context()).root)
                  .empty());
    }
}

TEST_CASE("A72 rare characters are drawn, none as a missing glyph") {
    CHECK(assets().typesetter->missingGlyphs("单𠮷䶮", "zh-CN") == 0);
    CHECK(assets().typesetter->missingGlyphs("\U0010FFFD", "zh-CN") == 1);
}

} // namespace kiosk::test
