// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/ways_in.h"

namespace kiosk::visit {

namespace {

using namespace std::chrono_literals;

struct Person {
    Settings settings;
    WaysIn ways{settings};
};

} // namespace

TEST_CASE(
    "A4 the elder version is never set smaller than large, and leaves the usual size behind") {
    Person person;
    person.ways.handle(touch::SetVersion{Version::elder});
    CHECK(person.settings.textSize == TextSize::large);
    person.ways.handle(touch::SetTextSize{TextSize::small});
    CHECK(person.settings.textSize == TextSize::large);
    person.ways.handle(touch::SetTextSize{TextSize::largest});
    CHECK(person.settings.textSize == TextSize::largest);
    person.ways.handle(touch::SetVersion{Version::standard});
    CHECK(person.settings.textSize == TextSize::normal);
}

TEST_CASE(
    "U1 whoever is sixty is asked about the elder version, once, and nothing changes by itself") {
    Person person;
    person.ways.ageKnown(59);
    CHECK(person.ways.panel() == Panel::none);
    person.ways.ageKnown(60);
    CHECK(person.ways.panel() == Panel::offerElder);
    CHECK(person.settings == Settings{});
    person.ways.handle(touch::ClosePanel{});
    person.ways.ageKnown(60);
    CHECK(person.ways.panel() == Panel::none);
    person.ways.reset();
    person.ways.ageKnown(60);
    CHECK(person.ways.panel() == Panel::offerElder);
}

TEST_CASE("U1 whoever chose a version already is not asked about it") {
    Person person;
    person.ways.handle(touch::SetVersion{Version::elder});
    person.ways.ageKnown(80);
    CHECK(person.ways.panel() == Panel::none);
}

TEST_CASE("U4 low reach is offered once and taken by its button") {
    Person person;
    person.ways.handle(touch::OfferLowReach{});
    REQUIRE(person.ways.panel() == Panel::offerLowReach);
    person.ways.handle(touch::SetReach{Reach::low});
    CHECK(person.settings.reach == Reach::low);
    CHECK(person.ways.panel() == Panel::none);
    person.ways.handle(touch::SetReach{Reach::standard});
    person.ways.handle(touch::OfferLowReach{});
    CHECK(person.ways.panel() == Panel::none);
}

TEST_CASE("U1 an offer does not close what somebody has open") {
    Person person;
    person.ways.handle(touch::OpenSettings{});
    person.ways.ageKnown(70);
    CHECK(person.ways.panel() == Panel::settings);
}

TEST_CASE("U3 the first use of a switch tells what the two do, later ones go on") {
    Person person;
    person.ways.switchUsed();
    CHECK(person.ways.panel() == Panel::switches);
    CHECK(person.settings.switches);
    person.ways.handle(touch::ClosePanel{});
    person.ways.switchUsed();
    CHECK(person.ways.panel() == Panel::none);
}

TEST_CASE("An age counts whole years, a birthday included") {
    CHECK(ageOn(2026y / 11 / 26, 1966y / 11 / 26) == 60);
    CHECK(ageOn(2026y / 11 / 26, 1966y / 11 / 27) == 59);
    CHECK(ageOn(2026y / 3 / 1, 1966y / 2 / 28) == 60);
}

} // namespace kiosk::visit
