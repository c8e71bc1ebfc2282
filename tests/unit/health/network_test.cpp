// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/health/network.h"

namespace kiosk::health {

namespace {

using namespace std::chrono_literals;

/// The layers from the link up, a letter each: + holds, - does not, ? not known.
std::string layers(const NetworkSeen& seen) {
    std::string text;
    for (const auto& layer : layersOf(seen))
        text += layer ? (*layer ? '+' : '-') : '?';
    return text;
}

std::vector<Region> regions(const std::vector<std::string_view>& codes) {
    std::vector<Region> list;
    for (const std::string_view code : codes) {
        Region region{RegionCode("990000"), Outcome{}};
        if (code == "unasked")
            region.answers.reset();
        else if (!code.empty())
            region.answers = Outcome{Cause(code, Remedy::wait)};
        list.push_back(region);
    }
    return list;
}

} // namespace

TEST_CASE("G8 each layer that is broken is named, and nothing is claimed of those above") {
    CHECK(layers({}) == "??????");
    CHECK(layers({.link = false, .address = true}) == "-?????");
    CHECK(layers({.link = true, .address = false, .names = true}) == "+-????");
    CHECK(layers({.link = true,
                  .address = true,
                  .names = false,
                  .regions = regions({"authority.unreachable"})}) == "++-???");
    CHECK(layers({.link = true, .address = true, .regions = regions({"network.no-name"})}) ==
          "++-???");
    CHECK(layers({.link = true,
                  .address = true,
                  .names = true,
                  .regions = regions({"authority.untrusted"})}) == "+++-??");
    CHECK(layers({.link = true,
                  .address = true,
                  .names = true,
                  .regions = regions({"authority.unreachable"})}) == "+++?-?");
    for (const std::string_view code : {"authority.out-of-service", "authority.refused",
                                        "authority.garbled", "authority.not-found"})
        CHECK(layers({.regions = regions({code})}) == "++++-?");
    CHECK(layers({.clock = ClockWord::behind, .regions = regions({""})}) == "+++++-");
    CHECK(layers({.clock = ClockWord::plausible, .regions = regions({""})}) == "++++++");
    CHECK(layers({.link = false, .clock = ClockWord::plausible}) == "-????+");
}

TEST_CASE("G8 one region that answers shows that the layers hold, whatever the others do") {
    CHECK(layers({.regions = regions({"authority.untrusted", "", "authority.unreachable"})}) ==
          "+++++?");
    CHECK(layers({.regions = regions({"network.no-name", ""})}) == "+++++?");
    CHECK(layers({.regions = regions({"network.no-name", "authority.untrusted"})}) == "+++-??");
    // Where nothing was sent nothing came back.
    CHECK(layers({.regions = regions({"unasked", "authority.cancelled"})}) == "??????");
    CHECK(layers({.regions = regions({"authority.configuration"})}) == "??????");
}

TEST_CASE("G8 a clock before what is certain to have been is behind, by more than a day") {
    const WallTime list = std::chrono::sys_days(std::chrono::year(2026) / 11 / 1);
    CHECK(clockWordOf(list + 24h, list) == ClockWord::plausible);
    CHECK(clockWordOf(list - 24h, list) == ClockWord::plausible);
    CHECK(clockWordOf(list - 24h - 1s, list) == ClockWord::behind);
    CHECK(clockWordOf(WallTime(), list) == ClockWord::behind);
    CHECK(clockWordOf(list + std::chrono::years(19), list) == ClockWord::plausible);
    CHECK(clockWordOf(list + std::chrono::years(21), list) == ClockWord::ahead);
}

} // namespace kiosk::health
