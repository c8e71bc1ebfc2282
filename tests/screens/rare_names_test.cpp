// SPDX-License-Identifier: Apache-2.0
// Names with characters that many machines have no glyph for, as a masked name shows them.
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "firmware/licence/check_characters.h"
#include "screens/kit/draw/painter.h"
#include "tests/screens/screen_fixture.h"
#include "tests/screens/screen_ink.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {
namespace {

using kit::Node;
using tests::Ink;

constexpr double kFound = 0.12;
constexpr double kElse = 0.3;
// A box is thin lines, which lie between pixels otherwise than those of the box alone.
constexpr double kBoxFound = 0.35;
constexpr double kBoxElse = 0.5;
constexpr char32_t kWithoutGlyph = 0x2EBF0; ///< Extension I: in amendment 1, in no font

/// What stands on the choose screen of somebody of that name.
struct Shown {
    Ink ink;
    kit::TextStyle style;
    std::string words;
    std::string lang;
};

void findText(const Node& node, std::string_view words, const Node*& found) {
    if (node.look.text && node.name.find(words) != std::string::npos)
        found = &node;
    for (const Node& child : node.children)
        findText(child, words, found);
}

Shown shownName(const std::string& name, const visit::Language& language) {
    const auto views = exampleViews();
    auto example = *std::ranges::find(views, "choose", &ExampleView::name);
    const std::string masked = maskedName(name);
    std::get<visit::ChooseView>(example.view.content).holderMasked = masked;
    const Node root = build(example, {.language = language}, context()).root;
    const Node* node = nullptr;
    findText(root, masked, node);
    REQUIRE(node != nullptr);
    kit::Canvas canvas(assets().board);
    kit::paint(root, canvas, assets(), root.bounds);
    return {inkOf(canvas, canvas.pixels(node->bounds)), *node->look.text, node->name, language.tag};
}

/// A character drawn alone in the same type.
Ink alone(kit::Typesetter& typesetter, const std::string& character, const Shown& like) {
    kit::Canvas canvas({.widthPx = 100, .heightPx = 100});
    const auto area = canvas.board().area();
    canvas.fill(area, 0, {255, 255, 255});
    canvas.setColour({0, 0, 0});
    typesetter.draw(canvas.cairo(), character, like.style, like.lang, area);
    return inkOf(canvas, canvas.pixels(area)).cropped();
}

struct Glyph {
    std::string name;
    std::string character; ///< of the name, that is not masked
    std::string family;    ///< what a font's name begins with
};
const std::vector<Glyph> kGlyphs = {{"单𠮷䶮", "单", "Noto Sans CJK"},
                                    {"单𠮷䶮", "䶮", "Noto Sans CJK"},
                                    {"𠮷云", "𠮷", "Noto Sans CJK"},
                                    {"𪚥云", "𪚥", "HanaMinB"}};

bool isDrawnWith(const Glyph& glyph, const Shown& shown) {
    const auto families = assets().typesetter->families(glyph.character, shown.style, shown.lang);
    return std::ranges::all_of(
        families, [&](const std::string& family) { return family.starts_with(glyph.family); });
}

} // namespace

TEST_CASE("U8 A72 what is seen of a rare name on the choose screen is its font's own glyph") {
    for (const visit::Language& language : allLanguages())
        for (const Glyph& glyph : kGlyphs) {
            INFO(language.tag << " " << glyph.character);
            const Shown shown = shownName(glyph.name, language);
            CHECK(assets().typesetter->missingGlyphs(shown.words, language.tag) == 0);
            CHECK(isDrawnWith(glyph, shown));
            const Ink own = alone(*assets().typesetter, glyph.character, shown);
            CHECK(own.differenceWithin(shown.ink) < kFound);
            CHECK(own.differenceWithin(shownName("林云舒", language).ink) > kElse);
        }
}

TEST_CASE("U8 A72 a screen without the font of plane 2 is told from one with it") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "fonts.conf";
    REQUIRE(writeFile(file, bytesOf("<fontconfig><dir>/usr/share/fonts/opentype/noto</dir>"
                                    "</fontconfig>")));
    const auto poorer = kit::Typesetter::open(file, assets().board, assets().catalogue.languages());
    REQUIRE(poorer);
    const Glyph& rare = kGlyphs.back();
    const Shown shown = shownName(rare.name, {});
    CHECK((*poorer)->missingGlyphs(rare.character, shown.lang) == 1);
    CHECK(alone(**poorer, rare.character, shown).differenceWithin(shown.ink) > kElse);
}

TEST_CASE("U8 A73 a character that no font has is boxed with its code point on the screen") {
    const std::string name = toUtf8(std::u32string{kWithoutGlyph, U'云'});
    const std::string next = toUtf8(std::u32string{kWithoutGlyph + 8});
    for (const visit::Language& language : allLanguages()) {
        INFO(language.tag);
        const Shown shown = shownName(name, language);
        CHECK(assets().typesetter->missingGlyphs(shown.words, language.tag) == 1);
        const std::string character = toUtf8(std::u32string{kWithoutGlyph});
        const Ink box = alone(*assets().typesetter, character, shown);
        CHECK_FALSE(box.isBlank());
        CHECK(box.differenceWithin(shown.ink) < kBoxFound);
        CHECK(box.differenceWithin(shownName("林云舒", language).ink) > kBoxElse);
        // Another code point has another box, however alike.
        CHECK(alone(*assets().typesetter, next, shown).differenceWithin(shown.ink) >
              box.differenceWithin(shown.ink));
        CHECK(shown.words.find('?') == std::string::npos);
    }
}

} // namespace kiosk::test
