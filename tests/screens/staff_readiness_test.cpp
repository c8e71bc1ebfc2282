// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/health/report.h"
#include "tests/screens/screen_fixture.h"
#include "tests/unit/health/sample_health.h"

// Issue 6: what stands on the staff's pages is what the report says (Q7, G2).

namespace kiosk::test {

namespace {

using health::Cause;
using health::DeviceWord;
using health::Health;
using health::Part;

/// Network, printer and reader each well or not.
Health combination(int bits) {
    Health health = tests::soundHealth();
    if (bits & 1) {
        health.network = {false};
        for (health::Region& region : health.regions)
            region.answers = health::Outcome{Cause("authority.unreachable", Remedy::wait)};
    }
    if (bits & 2)
        health.devices[1] = {.part = Part::printer,
                             .state = DeviceWord::userError,
                             .why = Cause("printer.paper-out", Remedy::attendant)};
    if (bits & 4)
        health.devices[0] = {.part = Part::cardReader,
                             .state = DeviceWord::noDevice,
                             .why = Cause("reader.gone", Remedy::technician)};
    return health;
}

kit::Node pageOf(staff::Page page, const Health& health) {
    const ExampleView example{"", withContent(visit::StartView{}),
                              staff::PageView{staff::Role::supervisor, page, {.health = health}}};
    return build(example, {}, context()).root;
}

std::string textOf(const kit::Node& node) {
    std::string text;
    kit::walk(node, [&text](const kit::Node& each, int) { text += each.name + "\n"; });
    return text;
}

std::string wordFor(const nlohmann::json& ready, const kit::Texts& texts) {
    if (ready.is_null())
        return texts.text("staff.device.busy");
    return texts.text(ready.get<bool>() ? "staff.ready.yes" : "staff.ready.no");
}

/// That the page says of each service what the report does, and why.
void compareServices(const Health& health) {
    const kit::Texts& texts = assets().catalogue.of({});
    const std::string someCode = texts.text("trouble.code", {"a.code"});
    const std::string codeWords = someCode.substr(0, someCode.find("a.code"));
    const kit::Node page = pageOf(staff::Page::readiness, health);
    const nlohmann::json report = health::reportOf(health);
    for (const nlohmann::json& told : report["services"]) {
        const std::string id = "ready." + told.value("region", told["service"].get<std::string>());
        CAPTURE(told.dump());
        const kit::Node* shown = kit::find(page, id);
        REQUIRE(shown != nullptr);
        const std::string text = textOf(*shown);
        CAPTURE(text);
        CHECK(text.find(wordFor(told["ready"], texts) + "\n") != std::string::npos);
        CHECK((text.find(codeWords) != std::string::npos) == told.contains("why"));
        if (!told.contains("why"))
            continue;
        const std::string code = told["why"]["code"];
        const std::string remedy = told["why"]["remedy"];
        CHECK(text.find(texts.text("trouble.code", {code})) != std::string::npos);
        CHECK(text.find(texts.text("staff.who." + remedy)) != std::string::npos);
    }
}

} // namespace

TEST_CASE("Q7 G2 the staff's readiness says the same as the report: network, printer, reader") {
    for (int bits = 0; bits < 8; ++bits) {
        CAPTURE(bits);
        compareServices(combination(bits));
    }
}

TEST_CASE("U11 G2 what is not known is neither yes nor no on the staff's readiness") {
    Health nothing;
    nothing.regions.push_back({health::RegionCode("990000")});
    compareServices(nothing);
    Health starting = tests::soundHealth();
    starting.devices[2].state = DeviceWord::starting;
    compareServices(starting);
}

TEST_CASE(
    "G2 what keeps a service away though its device is well stands on the staff's readiness") {
    Health health = tests::soundHealth();
    health.clock = health::ClockWord::behind;
    health.diskFree = 0;
    compareServices(health);
    health = tests::soundHealth();
    health.cabinet = health::Outcome{Cause("cabinet.opened", Remedy::technician)};
    compareServices(health);
}

TEST_CASE("G8 the staff's network page names the layer that does not hold, before the regions") {
    CHECK(kit::find(pageOf(staff::Page::network, combination(0)), "layer.link") == nullptr);
    const kit::Node page = pageOf(staff::Page::network, combination(1));
    const kit::Node* link = kit::find(page, "layer.link");
    REQUIRE(link != nullptr);
    CHECK(textOf(*link).find("network.no-link") != std::string::npos);
    CHECK(kit::find(page, "region.990000") != nullptr);
}

TEST_CASE("D11 an open door stands on the staff's board beside the cabinet that tells of it") {
    Health health = tests::soundHealth();
    health.devices.push_back({.part = Part::auxiliaries, .state = DeviceWord::online});
    health.cabinet = health::Outcome{};
    const auto told = [&health] {
        return textOf(*kit::find(pageOf(staff::Page::board, health), "device.auxiliaries"));
    };
    CHECK(told().find("cabinet.opened") == std::string::npos);
    health.cabinet = health::Outcome{Cause("cabinet.opened", Remedy::technician)};
    CHECK(told().find("cabinet.opened") != std::string::npos);
}

TEST_CASE("G2 what failed when somebody tried it stands on the board until it is tried again") {
    Health health = tests::soundHealth();
    const auto textAt = [&health](const char* id) {
        const kit::Node page = pageOf(staff::Page::board, health);
        const kit::Node* node = kit::find(page, id);
        return node == nullptr ? std::string() : textOf(*node);
    };
    CHECK(textAt("device.printer").find("2026-11-15") == std::string::npos);
    CHECK(textAt("tried.soak").empty());
    health.tried->at(1).end = health::TrialEnd::failed;
    health.tried->at(4).end = health::TrialEnd::failed;
    CHECK(textAt("device.printer").find("2026-11-15 00:00") != std::string::npos);
    CHECK(textAt("device.camera").find("2026-11-15") == std::string::npos);
    CHECK(textAt("tried.soak").find("2026-11-15 10:00") != std::string::npos);
    health.tried->at(1).end = health::TrialEnd::passed;
    CHECK(textAt("device.printer").find("2026-11-15") == std::string::npos);
    health.devices[1].state = DeviceWord::noDevice; // which is what is wrong first
    health.tried->at(1).end = health::TrialEnd::failed;
    CHECK(textAt("device.printer").find("2026-11-15") == std::string::npos);
}

TEST_CASE("O3 a settings file that was refused stands on the board: line, reason, what to do") {
    staff::Facts facts{.health = tests::soundHealth()};
    const auto shown = [&facts] {
        const ExampleView example{
            "", withContent(visit::StartView{}),
            staff::PageView{staff::Role::attendant, staff::Page::board, facts}};
        const kit::Node page = build(example, {}, context()).root;
        const kit::Node* node = kit::find(page, "configuration");
        return node == nullptr ? std::string() : textOf(*node);
    };
    CHECK(shown().empty());
    facts.refusedConfiguration = Error(ErrorKind::configuration, "config.syntax",
                                       Remedy::configuration, "a comma is missing, line 3");
    CHECK(shown().find("a comma is missing, line 3") != std::string::npos);
    CHECK(shown().find("config.syntax") != std::string::npos);
    CHECK(shown().find(assets().catalogue.of({}).text("staff.config.do")) != std::string::npos);
}

TEST_CASE("G1 the staff's pages say of each fact that is not known that it is not") {
    const std::string unknown = assets().catalogue.of({}).text("staff.device.busy");
    for (const staff::Page page : {staff::Page::trust, staff::Page::software})
        CHECK(textOf(pageOf(page, Health())).find(unknown) != std::string::npos);
    const Health sound = tests::soundHealth();
    const std::string trust = textOf(pageOf(staff::Page::trust, sound));
    CHECK(trust.find(unknown) == std::string::npos);
    CHECK(trust.find("3F7A-09C2") != std::string::npos);
    CHECK(trust.find("2026-11-20") != std::string::npos); // three days before
    CHECK(textOf(pageOf(staff::Page::software, sound)).find("0.1.0") != std::string::npos);
}

} // namespace kiosk::test
