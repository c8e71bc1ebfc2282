// SPDX-License-Identifier: Apache-2.0
// Screens that run from the right, and what on them must not: numbers, dates, names of licences.
#include <algorithm>
#include <ranges>

#include <catch2/catch.hpp>

#include "firmware/base/text.h"
#include "screens/kit/draw/painter.h"
#include "tests/screens/screen_fixture.h"
#include "tests/screens/screen_ink.h"

namespace kiosk::test {
namespace {

using kit::Node;
using tests::Ink;

const visit::Settings kUyghur{.language = {"ug"}};
constexpr double kSame = Ink::kSame;
constexpr double kDifferent = Ink::kDifferent;

/// A text drawn alone, black on white, as a Uyghur screen draws it.
Ink drawn(std::string_view text, const kit::TextStyle& style, std::string_view lang = "ug") {
    kit::Canvas canvas({.widthPx = 700, .heightPx = 64});
    const auto area = canvas.board().area();
    canvas.fill(area, 0, {255, 255, 255});
    canvas.setColour({0, 0, 0});
    assets().typesetter->draw(canvas.cairo(), text, style, lang, area);
    return inkOf(canvas, canvas.pixels(area));
}

/// By how much `value` differs from itself where the node's pixels show it.
double differenceOn(const kit::Canvas& canvas, const Node& node, std::string_view value) {
    return drawn(value, *node.look.text, node.lang)
        .cropped()
        .differenceWithin(inkOf(canvas, canvas.pixels(node.bounds)));
}

/// Nodes that write the value, each with its language.
std::vector<Node> textsWith(const Node& root, std::string_view value, const std::string& lang) {
    std::vector<Node> found;
    if (root.look.text && root.name.find(value) != std::string::npos)
        found.push_back(root);
    for (Node& node : found)
        node.lang = root.lang.empty() ? lang : root.lang;
    for (const Node& child : root.children)
        std::ranges::move(textsWith(child, value, root.lang.empty() ? lang : root.lang),
                          std::back_inserter(found));
    return found;
}

/// What is left of a text without its isolates and all in them.
std::string outsideIsolates(std::string_view text) {
    std::string rest;
    int depth = 0;
    while (!text.empty()) {
        const auto mark = text.substr(0, 3);
        const bool opens = mark == "\u2066" || mark == "\u2068";
        const bool closes = mark == "\u2069";
        depth += opens ? 1 : closes ? -1 : 0;
        if (depth == 0 && !closes)
            rest += text.front();
        text.remove_prefix(opens || closes ? 3 : 1);
    }
    return rest;
}

/// A value that stands bare among Uyghur letters: digits, masks, names of licences.
bool hasBareValue(std::string_view text) {
    const auto points = codePoints(text);
    const bool uyghur = std::ranges::any_of(
        points, [](char32_t point) { return point >= 0x0620 && point <= 0x06FF; });
    const auto rest = codePoints(outsideIsolates(text));
    return uyghur && std::ranges::any_of(rest, [](char32_t point) {
               return (point >= U'0' && point <= U'9') || point == U'*' || point >= 0x3400;
           });
}

Node screen(std::string_view name, const visit::Settings& settings) {
    const auto views = exampleViews();
    const auto example = std::ranges::find(views, name, &ExampleView::name);
    REQUIRE(example != views.end());
    return build(*example, settings, context()).root;
}

kit::Canvas painted(const Node& root) {
    kit::Canvas canvas(assets().board);
    kit::paint(root, canvas, assets(), root.bounds);
    return canvas;
}

} // namespace

TEST_CASE("A74 a date after a Uyghur name is drawn unreversed, and reversed without its isolate") {
    constexpr kit::TextStyle kStyle{.em = 8};
    const Ink date = drawn("1990-01-02", kStyle).cropped();
    const auto sentence = kit::formatted("{0} {1}", "ug", {"ئالىم", "1990-01-02"}).value();
    CHECK(date.differenceWithin(drawn(sentence, kStyle)) < kSame);
    CHECK(date.differenceWithin(drawn(kit::withoutIsolates(sentence), kStyle)) > kDifferent);
}

TEST_CASE("A74 a masked number is drawn unreversed, also where it stands alone") {
    constexpr kit::TextStyle kStyle{.em = 8};
    const Ink number = drawn("9199****00X", kStyle).cropped();
    const auto sentence = kit::formatted("نومۇر {0}", "ug", {"9199****00X"}).value();
    CHECK(number.differenceWithin(drawn(sentence, kStyle)) < kSame);
    CHECK(number.differenceWithin(drawn("نومۇر 00X****9199", kStyle)) > kDifferent);
}

TEST_CASE("A74 dates and numbers of a Uyghur visit are drawn unreversed") {
    for (const auto& [name, value] :
         std::vector<std::pair<std::string, std::string>>{{"look", "2026-11-23 10:32"},
                                                          {"look", "9199****00X"},
                                                          {"choose", "9199****00X"},
                                                          {"choose", "9900****0016"},
                                                          {"choose", "2027-05-31"},
                                                          {"choose", "JY1**********21"},
                                                          {"take", "A7K2-0000-1234"},
                                                          {"kept", "4071 8826 35"},
                                                          {"copy-valid", "2026-11-20 16:06"}}) {
        const Node root = screen(name, kUyghur);
        const kit::Canvas canvas = painted(root);
        const auto nodes = textsWith(root, value, root.lang);
        INFO(name << " " << value);
        REQUIRE_FALSE(nodes.empty());
        for (const Node& node : nodes)
            CHECK(differenceOn(canvas, node, value) < kSame);
    }
}

TEST_CASE("A74 no value stands bare in a Uyghur sentence") {
    CHECK(hasBareValue("نومۇر 12"));
    CHECK_FALSE(hasBareValue("نومۇر " + kit::isolated("12")));
    for (const ExampleView& example : exampleViews())
        kit::walk(build(example, kUyghur, context()).root, [&](const Node& node, int) {
            for (const std::string& words : {node.name, node.say, node.value}) {
                INFO(example.name << " " << words);
                CHECK_FALSE(hasBareValue(words));
            }
        });
}

TEST_CASE("A71 a Uyghur screen runs from the right, its arrows point there") {
    const Node root = screen("choose-last", kUyghur);
    const Node chinese = screen("choose-last", {});
    const auto at = [](const Node& tree, std::string_view id) { return find(tree, id)->bounds; };
    CHECK(at(root, "back").x > at(root, "staff").x);
    CHECK(at(root, "staff").x > at(root, "start-over").x);
    CHECK(at(root, "previous").x > at(root, "more").x);
    CHECK(at(root, "place").right() > at(root, "time").right());
    CHECK(at(chinese, "back").x + at(root, "back").right() == Approx(root.bounds.width));
    int arrows = 0;
    kit::walk(root, [&](const Node& node, int) {
        if (node.look.drawing == "back" || node.look.drawing == "more")
            arrows += node.look.flipped ? 1 : 100;
        if (node.look.text && node.look.text->align == kit::TextAlign::start)
            CHECK(node.name == "");
    });
    CHECK(arrows >= 2);
    CHECK(arrows < 100);
}

TEST_CASE("A71 a flipped arrow is the mirror image of the other") {
    const auto drawnRows = [](bool flipped) {
        kit::Canvas canvas({.widthPx = 64, .heightPx = 64});
        assets().drawings.draw(
            canvas.cairo(), "back", {0, 0, 64, 64},
            {assets().themes.of(visit::Theme::standard), kit::ColourRole::ink, flipped});
        std::vector<std::vector<std::uint32_t>> rows;
        for (int y = 0; y < 64; ++y)
            rows.emplace_back(canvas.row(y).begin(), canvas.row(y).end());
        return rows;
    };
    const auto plain = drawnRows(false);
    auto flipped = drawnRows(true);
    CHECK(plain != flipped);
    for (auto& row : flipped)
        std::ranges::reverse(row);
    int differing = 0;
    for (std::size_t y = 0; y < plain.size(); ++y)
        for (std::size_t x = 0; x < plain[y].size(); ++x)
            differing += std::abs(int(plain[y][x] >> 24) - int(flipped[y][x] >> 24)) > 8 ? 1 : 0;
    CHECK(differing == 0);
}

TEST_CASE("A70 every language is offered on every screen, in its own script, and takes effect") {
    const Node dialog = screen("languages", {});
    int targets = 0;
    kit::walk(dialog, [&](const Node& node, int) { targets += node.touch ? 1 : 0; });
    CHECK(targets == static_cast<int>(allLanguages().size()) + 1); // and the way out
    for (const kit::LanguageFacts& language : assets().catalogue.languages().all()) {
        const Node* button = find(dialog, "language." + language.tag);
        REQUIRE(button != nullptr);
        CHECK(button->name == language.name);
        CHECK(button->lang == language.tag);
        CHECK(assets().typesetter->missingGlyphs(language.name, language.tag) == 0);
        CHECK(std::get<visit::touch::SetLanguage>(*button->touch).language.tag == language.tag);
    }
    for (const ExampleView& example : exampleViews())
        if (example.view.panel == visit::Panel::none && !example.view.idleSecondsLeft)
            for (const visit::Language& language : allLanguages()) {
                const auto root = build(example, {.language = language}, context()).root;
                INFO(example.name << " " << language.tag);
                REQUIRE(find(root, "language") != nullptr);
                CHECK(std::holds_alternative<visit::touch::OpenLanguages>(
                    *find(root, "language")->touch));
                CHECK(root.lang == language.tag);
            }
}

TEST_CASE("A72 no text of any language lacks a glyph") {
    for (const visit::Language& language : allLanguages()) {
        const kit::Texts& texts = assets().catalogue.of(language);
        for (const std::string& key : texts.keys()) {
            INFO(language.tag << " " << key);
            CHECK(assets().typesetter->missingGlyphs(texts.pattern(key, kit::TextUse::ui),
                                                     language.tag) == 0);
        }
    }
}

} // namespace kiosk::test
