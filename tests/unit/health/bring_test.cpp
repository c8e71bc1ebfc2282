// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/health/bring.h"
#include "firmware/health/report.h"
#include "tests/unit/health/sample_health.h"

namespace kiosk::health {

TEST_CASE("D12 a cause says what to take along, and one nobody thought of says it by who acts") {
    CHECK(bringFor({"printer.paper-out", Remedy::attendant}) == Bring::paper);
    CHECK(bringFor({"network.no-link", Remedy::attendant}) == Bring::cable);
    CHECK(bringFor({"printer.paper-jam", Remedy::attendant}) == Bring::cabinetKey);
    CHECK(bringFor({"new.trouble", Remedy::technician}) == Bring::cabinetKey);
    CHECK(bringFor({"new.trouble", Remedy::wait}) == Bring::nothing);
    CHECK(bringFor({"new.trouble", Remedy::configuration}) == Bring::nothing);
}

TEST_CASE("G2 the report says what to take along, with the cause and who acts") {
    Health health = tests::soundHealth();
    health.devices[1].state = DeviceWord::userError;
    health.devices[1].why = Cause("printer.paper-out", Remedy::attendant);
    const nlohmann::json report = reportOf(health);
    REQUIRE(report["findings"].size() == 1);
    CHECK(report["findings"][0]["why"]["bring"] == "paper");
    for (const nlohmann::json& service : report["services"])
        CHECK((service["service"] == "print") == service.contains("why"));
    CHECK(report["services"][1]["why"]["bring"] == "paper");
}

} // namespace kiosk::health
