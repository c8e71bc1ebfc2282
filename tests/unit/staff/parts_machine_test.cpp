// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/staff/staff_words.h"

namespace kiosk::staff::tests {

namespace {

using parts::PartReport;
using parts::PartState;

const drivers::DeviceIdentity kOnRecord{.model = "SAM reader", .serial = "1"};
const drivers::DeviceIdentity kOther{.model = "SAM reader", .serial = "2"};

PartReport part(std::string name, PartState state) {
    PartReport report{.part = std::move(name), .state = state};
    if (state != PartState::notSeen)
        report.seen = kOther;
    if (state != PartState::notOnRecord)
        report.recorded = kOnRecord;
    return report;
}

Event told(std::vector<PartReport> parts) {
    Facts facts;
    facts.parts = std::move(parts);
    return event::FactsTold{std::move(facts)};
}

/// On the page of parts, where the reader was exchanged and a camera is new.
Walk atParts(Role role = Role::technician) {
    Walk walk;
    walk.comeIn(role).go(open(Page::parts));
    walk.go(told({part("camera", PartState::notOnRecord), part("cardReader", PartState::other),
                  part("printer", PartState::asOnRecord), part("staffCards", PartState::notSeen)}));
    return walk;
}

const PartsView& partsOf(const Walk& walk) {
    return walk.state<state::Inside>().parts;
}

Event accepted(Result<> came = {}) {
    return event::PartAccepted{std::move(came)};
}

} // namespace

TEST_CASE("D14 G1 a part is accepted by a technician's second word, as it was shown") {
    Walk walk = atParts();
    walk.go(press(kPartKey, 1));
    REQUIRE(partsOf(walk).asked);
    CHECK(partsOf(walk).asked->part == "cardReader");
    CHECK(walk.command<command::AcceptPart>() == nullptr);
    // Meanwhile it is exchanged once more: what is accepted is what stands on the screen.
    walk.go(told({part("cardReader", PartState::asOnRecord)})).go(press(Key::yes));
    const auto* accept = walk.command<command::AcceptPart>();
    REQUIRE(accept != nullptr);
    CHECK(accept->part == "cardReader");
    CHECK(accept->asShown == kOther);
    CHECK(walk.command<command::Record>()->what == "acceptPart");
    CHECK(walk.command<command::Record>()->role == Role::technician);
    walk.go(press(Key::yes)); // pressed twice
    CHECK(walk.command<command::AcceptPart>() == nullptr);
    walk.go(accepted());
    CHECK(partsOf(walk).accepted == "cardReader");
    CHECK_FALSE(partsOf(walk).asked);
    CHECK(walk.command<command::GatherFacts>() != nullptr);
}

TEST_CASE("D14 one that is as on record, or was not seen, is not to be accepted") {
    for (const int at : {2, 3, 4, -1}) {
        Walk walk = atParts();
        CHECK_FALSE(partsOf(walk.go(press(kPartKey, at))).asked);
        CHECK(walk.go(press(Key::yes)).command<command::AcceptPart>() == nullptr);
    }
    CHECK(atParts(Role::attendant).state<state::Inside>().page == Page::menu);
}

TEST_CASE("D14 no is no, and whoever leaves the page has said nothing") {
    Walk walk = atParts();
    walk.go(press(kPartKey, 0)).go(press(Key::no));
    CHECK_FALSE(partsOf(walk).asked);
    CHECK(walk.go(press(Key::yes)).commands.empty());
    walk.go(press(kPartKey, 0)).go(visit::Touch{visit::touch::Back{}}).go(open(Page::parts));
    CHECK_FALSE(partsOf(walk).asked);
    walk.go(press(kPartKey, 0)).go(open(Page::board)).go(press(Key::yes));
    CHECK(walk.command<command::AcceptPart>() == nullptr);
}

TEST_CASE("D14 one that could not be accepted is told with its reason, and may be tried again") {
    Walk walk = atParts();
    walk.go(press(kPartKey, 1)).go(press(Key::yes));
    walk.go(
        accepted(std::unexpected(Error(ErrorKind::refused, "parts.changed", Remedy::technician))));
    REQUIRE(partsOf(walk).error);
    CHECK(partsOf(walk).error->code() == "parts.changed");
    CHECK(partsOf(walk).accepted.empty());
    walk.go(press(kPartKey, 1));
    CHECK(partsOf(walk).asked);
    CHECK_FALSE(partsOf(walk).error);
}

} // namespace kiosk::staff::tests
