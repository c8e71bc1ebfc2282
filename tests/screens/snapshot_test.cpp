// SPDX-License-Identifier: Apache-2.0
// The trees of all screens as text. KIOSK_UPDATE_SNAPSHOTS=1 writes them anew: read the difference.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "screens/kit/draw/stage.h"
#include "screens/kit/snapshot.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

std::filesystem::path snapshotFile(const visit::Language& language) {
    return std::filesystem::path(KIOSK_SOURCE_DIR "/tests/screens/snapshots") /
           (language.tag + ".txt");
}

std::string allTrees(const visit::Language& language) {
    std::string text;
    for (const ExampleView& example : exampleViews())
        text += "== " + example.name + "\n" +
                kit::snapshot(build(example, {.language = language}, context()).root);
    return text;
}

std::string contentOf(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

visit::VisitView printingPage(int pagesOut) {
    return withContent(visit::PrintingView{visit::PrintingView::Phase::printing, pagesOut, 3});
}

} // namespace

TEST_CASE("U1 every screen says and shows what its snapshot holds") {
    for (const visit::Language& language : allLanguages()) {
        const auto file = snapshotFile(language);
        const std::string now = allTrees(language);
        if (std::getenv("KIOSK_UPDATE_SNAPSHOTS") != nullptr) {
            std::filesystem::create_directories(file.parent_path());
            std::ofstream(file) << now;
        }
        CHECK(now == contentOf(file));
    }
}

TEST_CASE("A12 an idle question leaves nothing else to press") {
    visit::VisitView view = withContent(visit::StartView{});
    view.idleSecondsLeft = 30;
    int targets = 0;
    kit::walk(citizen::buildScreen(view, context()),
              [&](const kit::Node& node, int) { targets += node.touch ? 1 : 0; });
    CHECK(targets == 1);
}

TEST_CASE("A change redraws its own part of the screen and nothing when nothing changed") {
    kit::Stage stage(assets());
    stage.show(citizen::buildScreen(printingPage(1), context()));
    REQUIRE(stage.takeDamage().size() == 1);
    stage.show(citizen::buildScreen(printingPage(1), context()));
    CHECK(stage.takeDamage().empty());
    stage.show(citizen::buildScreen(printingPage(2), context()));
    int pixels = 0;
    for (const kit::RectPx& area : stage.takeDamage())
        pixels += area.width * area.height;
    CHECK(pixels > 0);
    CHECK(pixels < assets().board.widthPx * assets().board.heightPx / 10);
}

TEST_CASE("A redraw of the changed part gives the same pixels as a whole one") {
    kit::Stage part(assets());
    part.show(citizen::buildScreen(printingPage(1), context()));
    part.show(citizen::buildScreen(printingPage(2), context()));
    kit::Stage whole(assets());
    whole.show(citizen::buildScreen(printingPage(2), context()));
    int differing = 0;
    for (int y = 0; y < assets().board.heightPx; ++y)
        differing += std::ranges::equal(part.canvas().row(y), whole.canvas().row(y)) ? 0 : 1;
    CHECK(differing == 0);
}

} // namespace kiosk::test
