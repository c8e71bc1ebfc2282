// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/sam/sam_card_reader.h"
#include "firmware/base/random.h"
#include "firmware/base/text.h"
#include "tests/bench/seeded_card.h"
#include "tests/scenarios/memory_search.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/support/fake_sam_channel.h"
#include "tests/support/sample_card.h"

// This program links the wiping heap, as the kiosk does.

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;
using drivers::IdCard;
using tests::Trace;

/// Nothing else in the process has these bytes.
Bytes freshPhoto() {
    SeededRandom random(20261126);
    Bytes photo(1024);
    for (std::byte& each : photo)
        each = static_cast<std::byte>(random.next());
    return photo;
}

/// What is too long to lie anywhere but on the heap, as the card has it and as we read it.
std::vector<Trace> tracesOf(const IdCard& card) {
    std::vector<Trace> traces{Trace(card.photo)};
    for (const std::string& text : {card.name, card.number, card.address, card.newestAddress}) {
        traces.emplace_back(text);
        traces.emplace_back(utf16LeFromUtf8(text));
    }
    return traces;
}

int timesInMemory(const std::vector<Trace>& traces) {
    int times = 0;
    for (const Trace& trace : traces)
        times += trace.timesInMemory();
    return times;
}

/// The traces of the card that is laid now; the card itself is nowhere but in the model.
std::vector<Trace> lay(tests::SamDeviceModel& model) {
    IdCard card = tests::otherCard();
    card.photo = freshPhoto();
    model.lay(card);
    std::vector<Trace> traces = tracesOf(card);
    for (const Trace& trace : traces)
        CHECK(trace.timesInMemory() > 0);
    return traces;
}

/// A kiosk whose reader is `model`, for cards that lie nowhere else in the process.
void startWith(VirtualStage& stage, tests::SamDeviceModel& model) {
    stage.setReader([&stage, &model]() -> Result<std::shared_ptr<drivers::CardReader>> {
        return TRY(drivers::sam::SamCardReader::open(
            std::make_unique<tests::FakeSamChannel>(model, stage.clock()), stage.clock()));
    });
    REQUIRE(stage.happen(Happening::kioskKilled));
    REQUIRE(stage.happen(Happening::kioskStarted));
}

bool comes(VirtualStage& stage, std::string_view screen) {
    for (int looks = 0; looks < 15 && stage.look().screen != screen; ++looks)
        REQUIRE(stage.pass(400ms));
    return stage.look().screen == screen;
}

/// The number and, beside what the sandbox knows, what only this person's card has.
std::vector<Trace> layCardOf(const std::string& person, tests::SamDeviceModel& model) {
    IdCard card = cardOf(person).value();
    card.address = tests::otherCard().address;
    card.photo = freshPhoto();
    model.lay(card);
    return {Trace(card.photo), Trace(card.address), Trace(utf16LeFromUtf8(card.address)),
            Trace(utf16LeFromUtf8(card.number))};
}

} // namespace

TEST_CASE("U6 nothing of a card is left in memory when its reader has let it go") {
    tests::ManualClock clock;
    tests::SamDeviceModel model;
    const auto reader = drivers::sam::SamCardReader::open(
        std::make_unique<tests::FakeSamChannel>(model, clock), clock);
    REQUIRE(reader);
    const std::vector<Trace> traces = lay(model);
    REQUIRE((*reader)->findCard({}) == true);
    {
        const auto card = (*reader)->readCard({});
        REQUIRE(card);
        model.lift();
        CHECK(timesInMemory(traces) > 0);
    }
    CHECK(timesInMemory(traces) == 0);
}

TEST_CASE("U6 what the visit did not need of the card is gone before the next screen") {
    const auto stage = openStage();
    tests::SamDeviceModel model;
    startWith(*stage, model);
    const std::vector<Trace> traces = layCardOf("林云舒", model);
    CHECK(timesInMemory(traces) > 0);
    REQUIRE(stage->touch("begin"));
    REQUIRE(comes(*stage, "choose"));
    model.lift();
    CHECK(timesInMemory(traces) == 0);
}

TEST_CASE("U7 U6 of a second card nothing is held while it is asked whose turn it is") {
    const auto stage = openStage();
    tests::SamDeviceModel model;
    startWith(*stage, model);
    layCardOf("林云舒", model);
    REQUIRE(stage->touch("begin"));
    REQUIRE(comes(*stage, "choose"));
    model.lift();
    REQUIRE(stage->pass(1s));
    const Trace number(cardOf("欧阳䴙䴘").value().number);
    const int knownToTheRegions = number.timesInMemory();
    const std::vector<Trace> traces = layCardOf("欧阳䴙䴘", model);
    CHECK(timesInMemory(traces) > 0);
    REQUIRE(comes(*stage, "second-person"));
    model.lift();
    REQUIRE(stage->pass(1s));
    CHECK(timesInMemory(traces) == 0);
    CHECK(number.timesInMemory() == knownToTheRegions);
}

TEST_CASE(
    "U7 U6 of the first person no more is left than of whoever ended their visit themselves") {
    const auto stage = openStage();
    tests::SamDeviceModel model;
    startWith(*stage, model);
    const Trace number(cardOf("林云舒").value().number);
    const auto isServed = [&] {
        layCardOf("林云舒", model);
        REQUIRE(stage->touch("begin"));
        REQUIRE(comes(*stage, "choose"));
        model.lift();
        REQUIRE(stage->pass(1s));
    };
    isServed();
    REQUIRE(stage->touch("start-over"));
    REQUIRE(comes(*stage, "start"));
    REQUIRE(stage->pass(1s));
    const int afterAVisit = number.timesInMemory(); // the regions know them too
    isServed();
    CHECK(number.timesInMemory() > afterAVisit);
    layCardOf("欧阳䴙䴘", model);
    REQUIRE(comes(*stage, "second-person"));
    CHECK(number.timesInMemory() > afterAVisit);
    REQUIRE(stage->touch("new-person"));
    REQUIRE(comes(*stage, "identify"));
    CHECK(number.timesInMemory() == afterAVisit);
}

} // namespace kiosk::bench
