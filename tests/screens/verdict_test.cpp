// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

using visit::LookView;

/// Whether the word for a licence in force stands anywhere below `node`.
bool says(const kit::Node& node, const std::string& word) {
    return node.name == word || std::ranges::any_of(node.children, [&](const kit::Node& child) {
               return says(child, word);
           });
}

} // namespace

TEST_CASE("V1 \"valid\" stands beside a licence only where its document has stood the check") {
    for (const ExampleView& example : exampleViews())
        for (const visit::Language& language : allLanguages()) {
            const auto* look = std::get_if<LookView>(&example.view.content);
            if (look == nullptr)
                continue;
            CAPTURE(example.name, language.tag);
            ExampleView inForce = example;
            std::get<LookView>(inForce.view.content).state = LicenceState::valid;
            const visit::Settings settings{.language = language};
            const auto built = build(inForce, settings, context());
            const std::string inForceWord =
                context().catalogue.of(language).text("licence-state.valid");
            CHECK(says(built.root, inForceWord) ==
                  (look->verdict.judgement == verify::Judgement::valid));
        }
}

} // namespace kiosk::test
