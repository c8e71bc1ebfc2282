// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/sam/sam_card_reader.h"
#include "screens/kit/node.h"
#include "tests/bench/seeded_card.h"
#include "tests/scenarios/blank_reader.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/support/fake_sam_channel.h"

// D5, U7 with the real SAM module on a wire in memory: what the watch for a second card does to
// the first person when the module is pulled, talks nonsense or loses the card in between.

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;
using drivers::sam::Command;
using tests::SamFault;
using Kind = SamFault::Kind;

const std::string kFirst = "林云舒";
const std::string kSecond = "欧阳䴙䴘";
constexpr auto* kCardLies = "读卡区还有一张身份证";
constexpr auto* kUnread = "刚放上的卡读不出来";
/// As long as a part in trouble may be left alone: resets, pauses, two looks of the watch.
constexpr auto kBackAgain = 40s;

/// A kiosk whose reader is the real module at a wire in memory, which somebody may pull.
struct Kiosk {
    std::unique_ptr<VirtualStage> stage = openStage({.documents = [] { return blankReader(1); }});
    tests::SamDeviceModel model;
    bool isPlugged = true;
    bool saidAnything = false; ///< a panel, or another screen than the person's own

    Kiosk() {
        stage->setReader([this] { return open(); });
        REQUIRE(stage->happen(Happening::kioskKilled));
        REQUIRE(stage->happen(Happening::kioskStarted));
    }

    Result<std::shared_ptr<drivers::CardReader>> open() {
        if (!isPlugged)
            return fail(ErrorKind::notFound, "reader.gone", Remedy::technician);
        return TRY(drivers::sam::SamCardReader::open(
            std::make_unique<tests::FakeSamChannel>(model, stage->clock()), stage->clock()));
    }

    void lay(const std::string& person) { model.lay(cardOf(person).value()); }
    /// A hand takes one card away and lays another: the module finds nothing in between.
    void swap(const std::string& person) {
        model.lift();
        REQUIRE(stage->pass(2s));
        lay(person);
    }
    /// In the middle of the answer to whether the card still lies there.
    void pull(std::size_t afterBytes) {
        isPlugged = false;
        meet({.kind = Kind::unplug, .on = drivers::sam::kReadNewestAddress, .after = afterBytes});
    }
    void plug() {
        model.powerCycle();
        isPlugged = true;
    }

    /// The first person at their list, the card still on the reader.
    void serveFirst() {
        REQUIRE(stage->touch("begin"));
        lay(kFirst);
        REQUIRE(comes("choose", 5s));
        stage->watchScreens([this](const kit::Node& screen) {
            saidAnything =
                saidAnything || screen.id != "choose" || stage->view().panel != visit::Panel::none;
        });
    }

    bool comes(std::string_view screen, std::chrono::milliseconds within) {
        for (; within > 0ms && stage->look().screen != screen; within -= 100ms)
            REQUIRE(stage->pass(100ms));
        return stage->look().screen == screen;
    }
    /// Until the fault has met its command; a second one does not where the first had it reset.
    void meet(const SamFault& fault) {
        model.inject(fault);
        for (int i = 0; i < 100 && model.hasFault(); ++i)
            REQUIRE(stage->pass(100ms));
        REQUIRE((fault.times > 1 || !model.hasFault()));
    }
    void endsUndisturbed() {
        CHECK_FALSE(saidAnything);
        CHECK(stage->look().screen == "choose");
        stage->watchScreens({});
    }
};

/// What can come of one answer to the question whether the card still lies there.
const std::vector<SamFault>& faultyAnswers() {
    static const std::vector<SamFault> kFaults = [] {
        constexpr Command kAsked = drivers::sam::kReadNewestAddress;
        std::vector<SamFault> faults;
        for (const Kind kind :
             {Kind::wrongCheck, Kind::noise, Kind::silence, Kind::late, Kind::stall})
            for (const int times : {1, 2})
                faults.push_back({.kind = kind, .on = kAsked, .times = times});
        for (const int status : {0x10, 0x21, 0x31, 0x66, 0xEE})
            for (const int times : {1, 2})
                faults.push_back({.kind = Kind::status,
                                  .on = kAsked,
                                  .status = static_cast<std::uint8_t>(status),
                                  .times = times});
        for (const std::size_t after : {0U, 1U, 5U, 6U, 10U})
            faults.push_back({.kind = Kind::cut, .on = kAsked, .after = after, .times = 2});
        return faults;
    }();
    return kFaults;
}

std::string described(const SamFault& fault) {
    return "kind " + std::to_string(static_cast<int>(fault.kind)) + ", after " +
           std::to_string(fault.after) + ", status " + std::to_string(fault.status) + ", times " +
           std::to_string(fault.times);
}

} // namespace

TEST_CASE("D5 U7 whatever a module answers about the card that lies there, nobody is disturbed") {
    for (const SamFault& fault : faultyAnswers()) {
        INFO(described(fault));
        Kiosk kiosk;
        kiosk.serveFirst();
        kiosk.meet(fault);
        REQUIRE(kiosk.stage->pass(kBackAgain));
        kiosk.endsUndisturbed();
        kiosk.swap(kSecond);
        CHECK(kiosk.comes("second-person", 20s));
        CHECK_FALSE(kiosk.stage->look().shows("林"));
    }
}

TEST_CASE("D5 U7 a module that loses the card and finds it again changes nothing for its holder") {
    Kiosk kiosk;
    kiosk.serveFirst();
    kiosk.meet({.kind = Kind::cardLifted, .on = drivers::sam::kReadNewestAddress});
    REQUIRE(kiosk.stage->pass(2s));
    kiosk.lay(kFirst);
    REQUIRE(kiosk.stage->pass(3s));
    kiosk.endsUndisturbed();
    kiosk.swap(kSecond);
    CHECK(kiosk.comes("second-person", 3s));
}

TEST_CASE("D5 U7 D3 a module pulled in the middle of its answer disturbs nobody, nor does its "
          "return") {
    for (const std::size_t after : {0U, 1U, 5U, 6U, 10U}) {
        INFO(after);
        Kiosk kiosk;
        kiosk.serveFirst();
        kiosk.pull(after);
        REQUIRE(kiosk.stage->pass(12s));
        kiosk.plug();
        REQUIRE(kiosk.stage->pass(kBackAgain)); // it reads the holder's card anew
        kiosk.endsUndisturbed();
        kiosk.swap(kSecond);
        CHECK(kiosk.comes("second-person", 3s));
    }
}

TEST_CASE("D5 U7 another card laid while the module was away is noticed when it is back") {
    Kiosk kiosk;
    kiosk.serveFirst();
    kiosk.pull(0);
    kiosk.lay(kSecond);
    REQUIRE(kiosk.stage->pass(12s));
    kiosk.endsUndisturbed();
    kiosk.plug();
    CHECK(kiosk.comes("second-person", 10s));
    CHECK_FALSE(kiosk.stage->look().shows("林"));
    CHECK_FALSE(kiosk.stage->look().shows("欧阳"));
}

TEST_CASE("D5 U7 a second card whose read breaks is told, and is nobody's until it is whole") {
    for (const SamFault& fault :
         {SamFault{.kind = Kind::cardLifted, .on = drivers::sam::kReadTextAndPhoto},
          SamFault{.kind = Kind::wrongRecord, .on = drivers::sam::kReadTextAndPhoto, .times = 2},
          SamFault{.kind = Kind::cardLifted, .on = drivers::sam::kSelectCard}}) {
        INFO(described(fault));
        Kiosk kiosk;
        kiosk.serveFirst();
        kiosk.model.inject(fault);
        kiosk.swap(kSecond);
        REQUIRE(kiosk.stage->pass(1s));
        REQUIRE_FALSE(kiosk.model.hasFault());
        CHECK(kiosk.stage->look().screen == "choose");
        CHECK(kiosk.stage->look().shows(kUnread));
        kiosk.swap(kSecond);
        CHECK(kiosk.comes("second-person", 3s));
    }
}

TEST_CASE(
    "D5 U7 D3 a second card that a module fell silent over is asked about without being lifted") {
    Kiosk kiosk;
    kiosk.serveFirst();
    kiosk.model.inject({.kind = Kind::silence, .on = drivers::sam::kReadTextAndPhoto});
    kiosk.swap(kSecond);
    CHECK(kiosk.comes("second-person", 20s));
    CHECK_FALSE(kiosk.model.hasFault());
}

TEST_CASE("D5 a card left on a module that is in trouble for a moment is still told") {
    for (const SamFault& fault : faultyAnswers()) {
        INFO(described(fault));
        Kiosk kiosk;
        kiosk.serveFirst();
        kiosk.stage->watchScreens({});
        REQUIRE(kiosk.stage->touch("start-over"));
        REQUIRE(kiosk.stage->pass(1s));
        REQUIRE(kiosk.stage->look().shows(kCardLies));
        kiosk.meet(fault);
        for (int i = 0; i < 100; ++i) {
            REQUIRE(kiosk.stage->pass(300ms));
            CHECK(kiosk.stage->look().shows(kCardLies));
        }
        kiosk.model.lift();
        REQUIRE(kiosk.stage->pass(kBackAgain));
        CHECK_FALSE(kiosk.stage->look().shows(kCardLies));
    }
}

TEST_CASE("D5 D3 a card left on a module that was pulled is told until somebody takes it") {
    Kiosk kiosk;
    kiosk.serveFirst();
    kiosk.stage->watchScreens({});
    REQUIRE(kiosk.stage->touch("start-over"));
    REQUIRE(kiosk.stage->pass(1s));
    kiosk.pull(0);
    REQUIRE(kiosk.stage->pass(10s));
    CHECK(kiosk.stage->look().shows(kCardLies)); // nobody has seen it go
    kiosk.plug();
    REQUIRE(kiosk.stage->pass(kBackAgain));
    CHECK(kiosk.stage->look().shows(kCardLies));
    kiosk.model.lift();
    REQUIRE(kiosk.stage->pass(3s));
    CHECK_FALSE(kiosk.stage->look().shows(kCardLies));
}

} // namespace kiosk::bench
