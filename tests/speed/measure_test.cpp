// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/speed/measure.h"

using namespace kiosk;
using namespace kiosk::speed;

TEST_CASE("a spread names the middle, the least and the most") {
    const Spread odd = spreadOf({5, 1, 3});
    CHECK(odd.median == 3);
    CHECK(odd.least == 1);
    CHECK(odd.most == 5);
    CHECK(spreadOf({4, 1, 2, 9}).median == 3);
    CHECK(spreadOf({7}).median == 7);
}

TEST_CASE("a sample runs the action as often as asked") {
    int runs = 0;
    const Action count = [&]() -> Result<> {
        ++runs;
        return {};
    };
    const auto sample = sampleOf(count, 12);
    REQUIRE(sample);
    CHECK(runs == 12);
    CHECK(sample->wall >= 0);
}

TEST_CASE("short actions are repeated, and never without end") {
    const auto repeats = repeatsFor([]() -> Result<> { return {}; });
    REQUIRE(repeats);
    CHECK(*repeats > 1);
    CHECK(*repeats <= 4 * 10'000);
}

TEST_CASE("an action that fails ends the measurement with its error") {
    const Action failing = []() -> Result<> {
        return fail(ErrorKind::internal, "speed.planted", Remedy::supplier);
    };
    CHECK(repeatsFor(failing).error().code() == "speed.planted");
}
