// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/base/log.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

// Whoever has a rare name is served as anybody else: from the card to the printed copy.

namespace kiosk::bench {

namespace {

/// The lines logged while it lives.
class Lines {
public:
    Lines() {
        log::setSink([this](log::Level, std::string_view line) { all_.emplace_back(line); });
    }
    ~Lines() { log::setSink({}); }
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    bool hold(std::string_view words) const {
        return std::ranges::any_of(
            all_, [&](const std::string& line) { return line.find(words) != std::string::npos; });
    }

private:
    std::vector<std::string> all_;
};

/// A copy of the person's residence permit; returns what another program reads on the sheet.
std::string printedTextOf(VirtualStage& stage, const std::string& person,
                          const std::string& masked) {
    REQUIRE(holds(stage, {play::Touch{"begin"}, play::LayCard{person},
                          play::See{.screen = "choose", .text = {masked, "居住证"}},
                          play::Touch{"居住证"}, play::See{.screen = "look"},
                          play::Touch{"to-purpose"}, play::Touch{"purpose.school"},
                          play::Touch{"print"}, play::See{.screen = "take", .withinSeconds = 60}}));
    REQUIRE(stage.printer().jobs().size() == 1);
    const tests::TemporaryFolder folder;
    const auto pdf = folder.path() / "copy.pdf";
    const auto text = folder.path() / "copy.txt";
    REQUIRE(writeFile(pdf, stage.printer().jobs().front().document.pdf));
    auto reader = tests::ChildProcess::start({.command = {"pdftotext", pdf, text}});
    REQUIRE(reader);
    reader->wait();
    return toText(readFile(text).value());
}

} // namespace

TEST_CASE("U8 A72 the holder of a rare name is found, named, and printed by the same characters") {
    for (const auto& [person, masked] :
         std::vector<std::pair<std::string, std::string>>{{"单𠮷䶮", "单*䶮"}, {"周𪚥", "周*"}}) {
        const auto stage = openStage();
        const std::string text = printedTextOf(*stage, person, masked);
        INFO(text);
        CHECK(text.find(person) != std::string::npos);
    }
}

TEST_CASE("U8 A73 S7 a name that no font draws is served, and told to its region without it") {
    const std::string person = "温\U0002EBF0";
    const Lines lines;
    const auto stage = openStage();
    const std::string text = printedTextOf(*stage, person, "温*");
    CHECK(text.find("温") != std::string::npos);
    CHECK(text.find('?') == std::string::npos);
    CHECK(lines.hold("font.missing-glyph"));
    CHECK(lines.hold("holder-name.newest"));
    CHECK_FALSE(lines.hold(person));
    CHECK_FALSE(lines.hold("\U0002EBF0"));
}

} // namespace kiosk::bench
