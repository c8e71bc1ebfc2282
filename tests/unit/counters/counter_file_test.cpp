// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/counters/counter_file.h"

namespace kiosk::counters {

namespace {

using drivers::Count;
using nlohmann::json;

const drivers::DeviceIdentity kPrinter{
    .module = "ipp", .model = "Laser", .serial = "A1", .port = "1-1"};

Counted printerWith(std::int64_t uses) {
    Counted counted{.device = kPrinter, .since = std::chrono::year(2026) / 11 / 2};
    counted.counts[Count::uses] = uses;
    counted.counts[Count::sheets] = 2 * uses;
    return counted;
}

json fileWith(std::int64_t uses) {
    return json::parse(fileText({{"printer", {printerWith(uses)}}}, ""));
}

std::string refusedWith(const json& file) {
    const auto parts = countedIn(file.dump());
    return parts ? std::string() : parts.error().code();
}

} // namespace

TEST_CASE("G3 counters are read as they were written") {
    const CountedParts parts{{"camera", {}}, {"printer", {printerWith(7), printerWith(3)}}};
    CHECK(countedIn(fileText(parts, "")).value() == parts);
}

TEST_CASE("G3 every damage to the file of counters is seen, and none is read as 0") {
    const std::string text = fileText({{"printer", {printerWith(7)}}}, "");
    for (std::size_t cut = 0; cut + 2 < text.size(); ++cut) {
        CAPTURE(cut);
        CHECK_FALSE(countedIn(text.substr(0, cut)));
    }
    const auto damage = [](const auto& how) {
        json file = fileWith(7);
        how(file, file["parts"]["printer"][0]);
        return refusedWith(file);
    };
    const auto none = [](auto&&...) {};
    CHECK(damage(none).empty());
    CHECK(damage([](json& file, json&) { file["form"] = 0; }) == "counters.damaged");
    CHECK(damage([](json& file, json&) { file.erase("parts"); }) == "counters.damaged");
    CHECK(damage([](json&, json& entry) { entry["uses"] = -1; }) == "counters.damaged");
    CHECK(damage([](json&, json& entry) { entry["uses"] = "7"; }) == "counters.damaged");
    CHECK(damage([](json&, json& entry) { entry["uses"] = 1e300; }) == "counters.damaged");
    CHECK(damage([](json&, json& entry) { entry["since"] = "2026-02-30"; }) == "counters.damaged");
    CHECK(damage([](json&, json& entry) { entry.erase("serial"); }) == "counters.damaged");
    CHECK(damage([](json&, json& entry) { entry = 7; }) == "counters.damaged");
}

TEST_CASE("F6 a count that an older system did not keep begins at 0, the others go on") {
    json file = fileWith(7);
    file["parts"]["printer"][0].erase("sheets");
    const auto parts = countedIn(file.dump()).value();
    CHECK(parts.at("printer")[0].counts[Count::uses] == 7);
    CHECK(parts.at("printer")[0].counts[Count::sheets] == 0);
}

TEST_CASE("F6 what a later system keeps beside our counts outlives the roll-back") {
    json later = fileWith(7);
    later["parts"]["printer"][0]["staples"] = 12;
    later["parts"]["fingerReader"] = later["parts"]["printer"];
    later["note"] = "of a later system";
    auto parts = countedIn(later.dump()).value();
    parts["printer"][0].counts[Count::uses] = 8;
    const json kept = json::parse(fileText(parts, later.dump()));
    later["parts"]["printer"][0]["uses"] = 8;
    CHECK(kept == later);
}

TEST_CASE("F6 a file of counters of a later form is told as such, not as damaged") {
    json later = fileWith(7);
    later["form"] = 2;
    CHECK(refusedWith(later) == "counters.newer-form");
}

TEST_CASE("G3 a device is the same one by its serial number, or else by its place") {
    drivers::DeviceIdentity moved = kPrinter;
    moved.port = "1-4";
    moved.firmware = "2.0";
    CHECK(isSame(kPrinter, moved));
    drivers::DeviceIdentity other = kPrinter;
    other.serial = "B2";
    CHECK_FALSE(isSame(kPrinter, other));
    drivers::DeviceIdentity nameless = kPrinter;
    nameless.serial.clear();
    CHECK(isSame(nameless, nameless));
    CHECK_FALSE(isSame(kPrinter, nameless));
    drivers::DeviceIdentity elsewhere = nameless;
    elsewhere.port = "1-4";
    CHECK_FALSE(isSame(nameless, elsewhere));
}

} // namespace kiosk::counters
