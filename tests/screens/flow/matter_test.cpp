// SPDX-License-Identifier: Apache-2.0
// Two ways off the straight list, each by every way in: by what one came for, and by typing.
#include <catch2/catch.hpp>

#include "screens/kit/words.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/screens/flow/fingers.h"
#include "tests/screens/flow/listening.h"
#include "tests/screens/flow/long_list.h"
#include "tests/screens/flow/script.h"

namespace kiosk::flow {

namespace {

using Keys = Keying::Keys;

template <typename OneWay, typename... Arguments>
Seen forAMatter(Arguments... arguments) {
    const auto stage = bench::openStage();
    OneWay way(*stage, arguments...);
    const auto seen = printsForAMatter(*stage, way);
    if (!seen)
        FAIL(seen.error().line());
    const auto copies = stage->copies().value();
    REQUIRE(copies.size() == 1);
    CHECK(copies[0].purpose == "子女入学"); // nobody pressed it
    return *seen;
}

template <typename OneWay, typename... Arguments>
Seen found(Arguments... arguments) {
    const auto stage = bench::openStage({.regionLink = withLongLists});
    OneWay way(*stage, arguments...);
    const auto seen = findsALicence(*stage, way);
    if (!seen)
        FAIL(seen.error().line());
    CHECK(std::get<visit::LookView>(stage->view().content).typeName == "道路运输经营许可证");
    return *seen;
}

} // namespace

TEST_CASE("A50 by what one came for are no more than six steps, and what is missing is named") {
    const Seen seen = forAMatter<Touching>();
    CHECK(seen.steps.size() <= 6);
    CHECK(seen.sheets == 1);
    REQUIRE(seen.licences.size() == 3);
    CHECK(seen.licences[2] == Listed{"不动产权证书", "missing", {}});
}

TEST_CASE("U3 A27 by keys and by two switches what one came for is the same visit") {
    const Seen touched = forAMatter<Touching>();
    CHECK(forAMatter<Keying>(Keys::keypad) == touched);
    CHECK(forAMatter<Keying>(Keys::switches) == touched);
}

TEST_CASE("U2 A30 by ear alone what one came for is the same visit, and what is missing is heard") {
    CHECK(forAMatter<Listening>() == forAMatter<Touching>());
    CHECK(whyNotByEar(printsForAMatter, [](kit::Node& screen) { // told without the missing one
              kit::walk(screen, [](const kit::Node& node, int) {
                  if (node.id.starts_with("need."))
                      const_cast<kit::Node&>(node).say = node.name; // in a tree of our own
              });
          }) == "flow.not-there");
}

TEST_CASE("U3 A30 by ear alone one of a long list is found by typing, as by touch") {
    CHECK(found<Listening>() == found<Touching>());
}

} // namespace kiosk::flow
