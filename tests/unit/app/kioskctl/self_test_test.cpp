// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/self_test.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

json wellKiosk() {
    return {{"facts",
             {{"configuration", {{"valid", true}}},
              {"assets", {{"complete", true}}},
              {"store", {{"writable", true}}}}}};
}

json device(const char* part, const char* state, const char* fault = nullptr) {
    json told{{"part", part}, {"state", state}};
    if (fault != nullptr)
        told["lastError"] = {{"code", fault}};
    return told;
}

json devices(std::initializer_list<json> all) {
    return {{"devices", json(all)}};
}

std::string verdict(const json& health, const json& now, const json& before = {}) {
    const auto passed = passesSelfTest(health, now, before);
    return passed ? "" : passed.error().code();
}

} // namespace

TEST_CASE("F3 a kiosk whose devices are there as before works") {
    const json all = devices({device("cardReader", "open"), device("printer", "open")});
    CHECK(verdict(wellKiosk(), all, all).empty());
    CHECK(verdict(wellKiosk(), all).empty());
    CHECK(verdict(wellKiosk(), all, devices({device("printer", "waiting")})).empty());
}

TEST_CASE("F3 a device that was missing before speaks against no system") {
    const json now = devices({device("printer", "waiting", "ipp.unreachable")});
    CHECK(verdict(wellKiosk(), now).empty());
    CHECK(verdict(wellKiosk(), now, now).empty());
    CHECK(verdict(wellKiosk(), now, devices({device("printer", "untried")})).empty());
}

TEST_CASE("F3 a device that worked before and does not now speaks against the system") {
    const json before = devices({device("cardReader", "open"), device("printer", "open")});
    CHECK(
        verdict(wellKiosk(),
                devices({device("cardReader", "waiting", "usb.absent"), device("printer", "open")}),
                before) == "slot.device");
    CHECK(verdict(wellKiosk(), devices({device("cardReader", "untried")}), before) ==
          "slot.device");
}

TEST_CASE("F3 a dead driver speaks against the system, whatever was before") {
    for (const char* fault : {"device.died", "device.hung", "process.not-started"})
        CHECK(verdict(wellKiosk(), devices({device("cardReader", "waiting", fault)})) ==
              "slot.driver");
    CHECK(verdict(wellKiosk(), devices({device("cardReader", "hung")})) == "slot.driver");
}

TEST_CASE("F3 a kiosk that cannot keep anything, or does not know, does not work") {
    for (const auto& [group, fact] :
         {std::pair{"configuration", "valid"}, {"assets", "complete"}, {"store", "writable"}})
        for (const json& state : {json(false), json(nullptr)}) {
            json health = wellKiosk();
            health["facts"][group][fact] = state;
            CHECK(verdict(health, devices({})) == "slot.kiosk");
        }
}

} // namespace kiosk::app
