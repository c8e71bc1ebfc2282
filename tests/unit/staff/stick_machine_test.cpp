// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/staff/staff_words.h"

namespace kiosk::staff::tests {

namespace {

using Deed = StickView::Deed;
using stick::Progress;
using stick::Standing;

Walk at(Page page, Role role = Role::technician) {
    Walk walk;
    walk.comeIn(role).go(open(page));
    return walk;
}

const StickView& stickOf(const Walk& walk) {
    return walk.state<state::Inside>().stick;
}

Event found(const std::vector<Standing>& standings) {
    std::vector<stick::BundleOnStick> bundles;
    bundles.reserve(standings.size());
    for (const Standing standing : standings)
        bundles.push_back({"kiosk.raucb", 100, "0.2", "board-1", standing});
    return event::StickEnded{event::BundlesFound{std::move(bundles)}};
}

Event failed(std::string_view code) {
    return event::StickEnded{std::unexpected(Error(ErrorKind::device, code, Remedy::technician))};
}

/// Where a stick with these bundles was looked at.
Walk atBundles(const std::vector<Standing>& standings) {
    Walk walk = at(Page::update);
    walk.go(press(kLookKey)).go(found(standings));
    return walk;
}

// Functions: as constants the compiler tries for many minutes to have them at compile time.
Event exportAll() {
    return press(kExportKey, static_cast<int>(stick::What::everything));
}
Event back() {
    return visit::Touch{visit::touch::Back{}};
}

} // namespace

TEST_CASE("S1 a stick is used when staff ask for it, and for as long as they are there") {
    CHECK(at(Page::stick, Role::attendant).state<state::Inside>().page == Page::menu);
    CHECK(at(Page::update, Role::attendant).state<state::Inside>().page == Page::menu);
    Walk walk = at(Page::stick, Role::supervisor);
    CHECK(walk.command<command::ExportToStick>() == nullptr); // to open the page asks for nothing
    CHECK(Walk().go(exportAll()).commands.empty());
    for (const Event& end : {Event(event::Served{}), back(),
                             Event(visit::Touch{visit::touch::StartOver{}}), open(Page::board)}) {
        walk = at(Page::stick);
        walk.go(exportAll());
        REQUIRE(walk.command<command::ExportToStick>() != nullptr);
        walk.go(end);
        CHECK(walk.command<command::EndStick>() != nullptr);
        // What still comes of it is shown to nobody.
        walk.go(event::StickEnded{event::Exported{"kiosk.zip"}});
        if (walk.at() == "inside")
            CHECK(stickOf(walk).exported.empty());
    }
}

TEST_CASE("S1 staff mode waits for a stick at work, and for nobody else") {
    Walk walk = at(Page::stick).go(exportAll()).wait(kQuietSeconds * 2);
    CHECK(walk.at() == "inside");
    walk.go(failed("stick.silent")).wait(kQuietSeconds - 1);
    CHECK(walk.at() == "inside");
    CHECK(walk.wait(1).at() == "away");
}

TEST_CASE("G4 safe to remove is said of an export that ended well, and of no other") {
    Walk walk = at(Page::stick).go(press(kExportKey, static_cast<int>(stick::What::errorsOnly)));
    REQUIRE(walk.command<command::ExportToStick>() != nullptr);
    CHECK(walk.command<command::ExportToStick>()->what == stick::What::errorsOnly);
    CHECK(walk.command<command::Record>()->what == "exportToStick");
    walk.go(event::StickMoved{{.stage = Progress::Stage::writing, .needs = 9, .free = 4}});
    walk.go(event::StickMoved{{.stage = Progress::Stage::writing, .percent = 50}});
    CHECK(stickOf(walk).progress.percent == 50);
    CHECK(stickOf(walk).progress.needs == 9);
    CHECK(walk.go(exportAll()).commands.empty()); // one at a time
    CHECK(stickOf(walk).exported.empty());
    walk.go(failed("stick.pulled"));
    CHECK(stickOf(walk).exported.empty());
    CHECK(stickOf(walk).error->code() == "stick.pulled");
    walk.go(exportAll());
    CHECK_FALSE(stickOf(walk).error);
    walk.go(event::StickEnded{event::Exported{"kiosk.zip"}});
    CHECK(stickOf(walk).exported == "kiosk.zip");
    CHECK(walk.go(exportAll()).state<state::Inside>().stick.exported.empty());
}

TEST_CASE("F5 a bundle is copied after it was chosen and confirmed, and only one that may follow") {
    Walk walk = atBundles(
        {Standing::newer, Standing::foreign, Standing::untrusted, Standing::later, Standing::same});
    CHECK(walk.go(press(Key::yes)).commands.empty()); // nothing is chosen
    for (const int refused : {1, 2, 3, 5, -1}) {
        walk.go(press(kChooseKey, refused));
        CHECK_FALSE(stickOf(walk).chosen);
    }
    walk.go(press(kChooseKey, 0));
    CHECK(stickOf(walk).chosen == 0U);
    CHECK_FALSE(stickOf(walk.go(press(Key::no))).chosen);
    CHECK(walk.go(press(Key::yes)).commands.empty());
    walk.go(press(kChooseKey, 4)).go(press(Key::yes));
    REQUIRE(walk.command<command::CopyBundle>() != nullptr);
    CHECK(walk.command<command::CopyBundle>()->older == stick::OlderMay::no);
    CHECK(stickOf(walk).deed == Deed::copying);
    walk.go(event::StickEnded{event::BundleCopied{}});
    CHECK(stickOf(walk).copied);
    CHECK_FALSE(stickOf(walk).bundles);
}

TEST_CASE("F5 an older version needs a word of its own, which is on record") {
    Walk walk = atBundles({Standing::older, Standing::newer}).go(press(kChooseKey, 0));
    CHECK(walk.go(press(Key::yes)).commands.empty());
    walk.go(press(kOlderKey));
    REQUIRE(walk.command<command::CopyBundle>() != nullptr);
    CHECK(walk.command<command::CopyBundle>()->older == stick::OlderMay::yes);
    REQUIRE(walk.command<command::Record>() != nullptr);
    CHECK(walk.command<command::Record>()->what == "olderAllowed");
    CHECK(walk.command<command::Record>()->role == Role::technician);
    Walk newer = atBundles({Standing::newer}).go(press(kChooseKey, 0));
    CHECK(newer.go(press(kOlderKey)).commands.empty());
}

TEST_CASE("F5 what became of an update is asked for, and again once one was copied") {
    Walk walk = at(Page::update);
    CHECK(walk.command<command::AskUpdates>() != nullptr);
    CHECK(at(Page::stick).command<command::AskUpdates>() == nullptr);
    walk.go(event::UpdatesTold{{{.version = "0.1", .code = "update.older"}}});
    REQUIRE(stickOf(walk).history.size() == 1);
    walk.wait(60);
    CHECK(walk.command<command::AskUpdates>() == nullptr);
    walk.go(press(kLookKey)).go(found({Standing::same})).go(press(kChooseKey, 0));
    CHECK(stickOf(walk).history.size() == 1);
    walk.go(press(Key::yes)).go(event::StickEnded{event::BundleCopied{}});
    int asked = 0;
    for (int second = 0; second < 60; ++second)
        asked += walk.wait(1).command<command::AskUpdates>() != nullptr ? 1 : 0;
    CHECK(asked == 6);
}

} // namespace kiosk::staff::tests
