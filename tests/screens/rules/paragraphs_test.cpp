// SPDX-License-Identifier: Apache-2.0
// The elder version, as it is written.
#include <catch2/catch.hpp>

#include "screens/kit/words.h"
#include "tests/screens/rules/paragraph_rules.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

using kit::Node;

citizen::BuiltScreen elder(const ExampleView& example, visit::Language language,
                           visit::TextSize size) {
    return build(
        example,
        {.language = std::move(language), .textSize = size, .version = visit::Version::elder},
        context());
}

Findings problems(const Node& root) {
    return brokenParagraphRules(placed(root), *assets().typesetter);
}

Node elderScreen(std::string_view name, visit::TextSize size = visit::TextSize::large) {
    const auto views = exampleViews();
    const auto example = std::ranges::find(views, name, &ExampleView::name);
    REQUIRE(example != views.end());
    return elder(*example, {"zh-CN"}, size).root;
}

/// The lower of two paragraphs that stand one under the other.
Node& lowerParagraph(Node& root) {
    Node* found = nullptr;
    const auto look = [&](auto&& self, Node& node) -> void {
        for (std::size_t at = 1; at < node.children.size() && found == nullptr; ++at)
            if (node.children[at - 1].role == kit::Role::heading &&
                node.children[at].role == kit::Role::text)
                found = &node.children[at];
        for (Node& child : node.children)
            self(self, child);
    };
    look(look, root);
    REQUIRE(found != nullptr);
    return *found;
}

} // namespace

TEST_CASE("U1 A4 the elder version is large, its lines and paragraphs stand apart, on every screen "
          "in every language") {
    for (const visit::Language& language : allLanguages())
        for (const auto size : {visit::TextSize::large, visit::TextSize::largest})
            for (const ExampleView& example : exampleViews()) {
                INFO(example.name << " " << language.tag << " " << kit::name(size));
                const auto built = elder(example, language, size);
                CHECK(built.fit == kit::Fit::fits);
                CHECK(problems(built.root) == Findings{});
            }
}

TEST_CASE("A4 the checker sees two paragraphs too close, and one too small") {
    Node root = elderScreen("choose");
    CHECK(problems(root).empty());
    Node& lower = lowerParagraph(root);
    const Node whole = lower;
    lower.bounds.y -= 6;
    REQUIRE(problems(root).size() == 1);
    CHECK(problems(root).front().starts_with("A4 paragraphs too close: "));
    lower = whole;
    lower.look.text->em = kit::emMm(kit::TypeRole::body, visit::TextSize::normal);
    CHECK(std::ranges::count(problems(root), "A4 below the third size: " + whole.name) == 1);
}

TEST_CASE("A4 the checker sees lines set too close") {
    struct Squeezed final : kit::TextMeasure {
        kit::ExtentMm measure(std::string_view text, const kit::TextStyle& style,
                              std::string_view lang, std::optional<double> width) override {
            auto extent = assets().typesetter->measure(text, style, lang, width);
            extent.height *= 0.85; // 1.23 em
            return extent;
        }
    } squeezed;
    const Node root = elderScreen("choose");
    const Findings found = brokenParagraphRules(placed(root), squeezed);
    CHECK(std::ranges::any_of(found, [](const std::string& finding) {
        return finding.starts_with("A4 lines too close: ");
    }));
}

} // namespace kiosk::test
