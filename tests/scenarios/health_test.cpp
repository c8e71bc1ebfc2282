// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/counters/counter_book.h"
#include "tests/scenarios/virtual_play.h"

// Q7, O3: what a technician's program hears of a kiosk is what its start screen says.

namespace kiosk::bench {

namespace {

using nlohmann::json;

/// Longer than the rarest question to each part, and the look for one that is not there.
constexpr int kOneRound = 90;

json healthOf(VirtualStage& stage) {
    return json::parse(stage.askDesk(R"({"ask": "health"})"));
}

/// What is told of one part's counter; null where nobody knows.
json counted(VirtualStage& stage, const std::string& counter, const std::string& part) {
    return healthOf(stage)["facts"]["device"][counter][part];
}

/// Once from card to paper.
void getsACopy(VirtualStage& stage) {
    REQUIRE(holds(stage, {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::Touch{"licence.0"},
                          play::Touch{"to-purpose"}, play::Touch{"purpose.school"},
                          play::Touch{"print"}, play::See{.screen = "take", .withinSeconds = 60},
                          play::Happen{Happening::cardLifted}, play::Touch{"finish"}}));
}

json serviceIn(const json& report, const std::string& service) {
    for (const json& told : report["services"])
        if (told["service"] == service)
            return told;
    return {};
}

} // namespace

TEST_CASE("Q7 8 kiosks, network x printer x reader: the start screen and the health say the same") {
    for (int bits = 0; bits < 8; ++bits) {
        CAPTURE(bits);
        const auto stage = openStage();
        REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
        if (bits & 1)
            REQUIRE(stage->happen(Happening::networkCut));
        if (bits & 2)
            REQUIRE(stage->happen(Happening::paperOut));
        if (bits & 4)
            REQUIRE(stage->happen(Happening::readerUnplugged));
        REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
        const json report = healthOf(*stage);
        CAPTURE(report.dump(1));
        const std::vector<std::tuple<std::string, std::string, bool>> pairs{
            {"lookUp", "network", !(bits & 1)},
            {"print", "printing", !(bits & 2)},
            {"identify", "cards", !(bits & 4)},
            {"verify", "codes", true}};
        for (const auto& [service, shown, works] : pairs) {
            CAPTURE(service);
            CHECK(serviceIn(report, service)["ready"] == works);
            CHECK((serviceOnScreen(*stage, shown) == "working") == works);
        }
        CHECK(report["facts"]["printer"]["paper"] == (bits & 2 ? "out" : "full"));
        CHECK(report["facts"]["queue"]["waiting"] == 0);
        if (bits & 2)
            CHECK(serviceIn(report, "print")["why"]["code"] == "printer.paper-out");
    }
}

TEST_CASE("O3 a clock before the list of issuers is told, and what it keeps away") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    CHECK(healthOf(*stage)["facts"]["clock"]["state"] == "plausible");
    stage->clock().setWall(WallTime() + std::chrono::hours(24 * 365));
    const json report = healthOf(*stage);
    CHECK(report["facts"]["clock"]["state"] == "behind");
    CHECK(serviceIn(report, "verify")["why"]["code"] == "clock.behind");
    CHECK(serviceIn(report, "identify")["ready"] == true);
}

TEST_CASE("O3 what waits is counted in the health, with its age") {
    const auto stage = openStage();
    REQUIRE(stage->happen(Happening::networkCut));
    REQUIRE(holds(*stage, {play::Wait{kOneRound}, play::Touch{"begin"}, play::LayCard{"林云舒"},
                           play::Touch{"keep"}, play::Wait{600}}));
    const json queue = healthOf(*stage)["facts"]["queue"];
    CHECK(queue["waiting"] == 2); // of each region one
    CHECK(queue["oldest_seconds"] == 600);
}

TEST_CASE("D11 an open door keeps everything away, and the technician is named") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    CHECK(healthOf(*stage)["facts"]["cabinet"]["serves"]["auxiliaries"] == true);
    REQUIRE(stage->happen(Happening::doorOpened));
    REQUIRE(holds(*stage, {play::Wait{5}}));
    CHECK(stage->look().screen == "out-of-service");
    const json report = healthOf(*stage);
    for (const json& service : report["services"]) {
        CHECK(service["ready"] == false);
        CHECK(service["why"]["code"] == "cabinet.opened");
        CHECK(service["why"]["remedy"] == "technician");
    }
}

TEST_CASE("G7 the health of a kiosk where somebody was served knows nobody") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Wait{kOneRound}, play::Touch{"begin"}, play::LayCard{"林云舒"},
                           play::Touch{"licence.0"}, play::Touch{"to-purpose"},
                           play::Touch{"purpose.school"}, play::Touch{"print"}}));
    const std::string during = stage->askDesk(R"({"ask": "health"})");
    REQUIRE(json::parse(during).contains("facts"));
    CHECK(during.find("林云舒") == std::string::npos);
    CHECK(during.find("\\u") == std::string::npos);
    CHECK(std::ranges::all_of(during, [](char c) { return static_cast<unsigned char>(c) < 128; }));
}

TEST_CASE("G3 one visit raises what it used by one each, and an idle day raises nothing") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    CHECK(counted(*stage, "uses", "cardReader") == 0);
    CHECK(counted(*stage, "openings", "cardReader") == 1);
    getsACopy(*stage);
    const json after = healthOf(*stage)["facts"]["device"];
    CHECK(after["uses"]["cardReader"] == 1);
    CHECK(after["uses"]["printer"] == 1);
    CHECK(after["taken_sheets"]["printer"] == 1);
    CHECK(after["uses"]["receiptPrinter"] == 0);
    CHECK(after["uses"]["camera"] == 0);
    CHECK_FALSE(after["taken_sheets"].contains("camera"));
    for (const auto& [part, failures] : after["failures"].items())
        CHECK(failures == 0);
    REQUIRE(holds(*stage, {play::Wait{24 * 60 * 60}}));
    const json later = healthOf(*stage)["facts"]["device"];
    for (const std::string counter :
         {"openings", "uses", "taken_sheets", "failures", "counted_since"})
        CHECK(later[counter] == after[counter]);
}

TEST_CASE("G3 a staff card that lies there is one use, and looking at a code takes pictures") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Wait{kOneRound}, play::Happen{Happening::attendantCardLaid},
                           play::Wait{30}, play::Happen{Happening::staffCardLifted},
                           play::Wait{kOneRound}}));
    CHECK(counted(*stage, "uses", "staffCards") == 1);
    CHECK(counted(*stage, "uses", "camera") == 0);
    REQUIRE(holds(*stage, {play::Wait{10 * kOneRound}, play::Touch{"check-copy"}, play::Wait{5}}));
    CHECK(counted(*stage, "uses", "camera") > 0);
}

TEST_CASE("G3 a device that is pulled and plugged in again counts one failure and one opening") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    REQUIRE(stage->happen(Happening::readerUnplugged));
    REQUIRE(holds(*stage, {play::Wait{10 * kOneRound}}));
    REQUIRE(stage->happen(Happening::readerPlugged));
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    CHECK(counted(*stage, "failures", "cardReader") == 1);
    CHECK(counted(*stage, "openings", "cardReader") == 2);
    CHECK(counted(*stage, "failures", "printer") == 0);
}

TEST_CASE("G3 counters are on the disk a minute later: a kiosk that is killed then keeps them") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    const auto state = stage->folder() / "state";
    getsACopy(*stage);
    REQUIRE(holds(*stage, {play::Wait{61}}));
    const auto onDisk = counters::CounterBook::standingIn(state / counters::kFileName);
    CHECK(onDisk.parts.at("cardReader").counts[drivers::Count::uses] == 1);
    REQUIRE(stage->happen(Happening::kioskKilled));
    REQUIRE(stage->happen(Happening::kioskStarted));
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    CHECK(counted(*stage, "uses", "cardReader") == 1);
    CHECK(counted(*stage, "taken_sheets", "printer") == 1);
    CHECK(counted(*stage, "openings", "cardReader") == 2);
}

TEST_CASE("G3 another printer is counted from its own day on") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    getsACopy(*stage);
    const json before = counted(*stage, "counted_since", "printer");
    stage->clock().setWall(stage->clock().wall() + std::chrono::hours(24 * 9));
    REQUIRE(stage->happen(Happening::printerCablePulled));
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    REQUIRE(stage->happen(Happening::printerExchanged));
    REQUIRE(stage->happen(Happening::printerCablePlugged));
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    CHECK(counted(*stage, "uses", "printer") == 0);
    CHECK(counted(*stage, "openings", "printer") == 1);
    CHECK(counted(*stage, "counted_since", "printer") > before);
    CHECK(counted(*stage, "uses", "cardReader") == 1);
}

TEST_CASE("G3 counters that were damaged are told with who must act, and nobody is turned away") {
    const auto stage = openStage();
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    REQUIRE(stage->happen(Happening::kioskKilled));
    REQUIRE(writeFile(stage->folder() / "state" / counters::kFileName, bytesOf("{\"form\":")));
    REQUIRE(stage->happen(Happening::kioskStarted));
    REQUIRE(holds(*stage, {play::Wait{kOneRound}}));
    const json report = healthOf(*stage);
    CHECK(report["facts"]["counters"]["kept"] == false);
    REQUIRE(report["findings"].size() == 1);
    CHECK(report["findings"][0]["why"]["code"] == "counters.damaged");
    CHECK(report["findings"][0]["why"]["remedy"] == "technician");
    CHECK(report["findings"][0]["stops"].empty());
    for (const json& service : report["services"])
        CHECK(service["ready"] == true);
    CHECK(serviceOnScreen(*stage, "cards") == "working");
}

} // namespace kiosk::bench
