// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"
#include "firmware/base/text.h"
#include "firmware/update/history.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {

using update::Event;
using update::History;
using What = Event::What;

namespace {

Event event(What what, std::string version, std::string code = {}) {
    return {.at = *timeFromIso("2026-11-01T08:30:00Z"),
            .what = what,
            .version = std::move(version),
            .code = std::move(code)};
}

} // namespace

TEST_CASE("F6 the history keeps what was installed, in order, and what came of it") {
    const tests::TemporaryFolder folder;
    History history(folder.path() / "history");
    CHECK(history.events().empty());
    Event refused = event(What::refused, "1.0", "update.older");
    refused.older = true;
    for (const Event& happened : {event(What::begun, "2.0"), event(What::installed, "2.0"),
                                  event(What::proven, "2.0"), event(What::failed, "3.0"), refused})
        REQUIRE(history.add(happened));
    CHECK(History(folder.path() / "history").events() ==
          std::vector<Event>{event(What::begun, "2.0"), event(What::installed, "2.0"),
                             event(What::proven, "2.0"), event(What::failed, "3.0"), refused});
}

TEST_CASE("F6 the history forgets the oldest, and passes by what it cannot read") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "history";
    REQUIRE(writeFile(file, bytesOf("{\"at\":1,\"what\":[]}\nhalf a li\n[]\n{}\n")));
    History history(file);
    CHECK(history.events().empty());
    for (std::size_t i = 0; i < History::kMost + 3; ++i)
        REQUIRE(history.add(event(What::proven, std::to_string(i))));
    CHECK(history.events().size() == History::kMost);
    CHECK(history.events().front().version == "3");
}

TEST_CASE("F1 beginnings without an end are counted for the bundle that has them") {
    const tests::TemporaryFolder folder;
    History history(folder.path() / "history");
    REQUIRE(history.add(event(What::begun, "2.0")));
    REQUIRE(history.add(event(What::refused, "2.0", "update.not-written")));
    CHECK(history.unfinished("2.0") == 0);
    REQUIRE(history.add(event(What::begun, "2.0")));
    REQUIRE(history.add(event(What::begun, "2.0")));
    CHECK(history.unfinished("2.0") == 2);
    CHECK(history.unfinished("3.0") == 0);
    REQUIRE(history.add(event(What::begun, "3.0")));
    CHECK(history.unfinished("3.0") == 1);
    CHECK(history.unfinished("2.0") == 0);
}

} // namespace kiosk::test
