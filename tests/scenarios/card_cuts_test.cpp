// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "drivers/card_reader/sam/sam_card_reader.h"
#include "firmware/licence/check_characters.h"
#include "screens/kit/node.h"
#include "tests/bench/seeded_card.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/support/fake_sam_channel.h"

// R1 where it matters: at the screen. The whole kiosk with the real SAM module on a wire in memory,
// whose replies break off after any byte; every screen is searched for what the card holds.

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;
using drivers::sam::Command;
using tests::SamFault;

constexpr const char* kPerson = "林云舒";

drivers::IdCard personsCard() {
    drivers::IdCard card = cardOf(kPerson).value();
    card.photo = toBytes("PHOTO");
    card.photo.resize(1024, std::byte{'~'});
    return card;
}

/// Everything of a card that a screen could show, masked or not.
std::vector<std::string> contentsOf(const drivers::IdCard& card) {
    return {
        card.name,    maskedName(card.name),       card.number, maskedCode(card.number),
        card.address, card.number.substr(6, 8),    card.issuer, toText(card.photo).substr(0, 16),
        "林",         toHex(card.photo).substr(32)};
}

bool holdsPixels(const kit::Node& node, ByteView photo) {
    if (!node.look.picture)
        return false;
    const auto pixels = std::as_bytes(std::span(node.look.picture->pixels));
    return !std::ranges::search(pixels, photo).empty();
}

/// Looks for a card's contents on all it is shown.
struct Search {
    drivers::IdCard card;
    std::vector<std::string> contents = contentsOf(card);
    int screens = 0;
    int hits = 0;

    void look(const kit::Node& screen) {
        ++screens;
        kit::walk(screen, [this](const kit::Node& node, int) {
            for (const std::string* text :
                 {&node.id, &node.name, &node.say, &node.value, &node.state})
                for (const std::string& content : contents)
                    hits += text->find(content) != std::string::npos ? 1 : 0;
            hits += holdsPixels(node, card.photo) ? 1 : 0;
        });
    }
};

/// A kiosk whose reader is the real module at a wire in memory.
struct Kiosk {
    std::unique_ptr<VirtualStage> stage = openStage();
    tests::SamDeviceModel model;
    Search search{.card = personsCard()};

    Kiosk() {
        stage->setReader([this]() -> Result<std::shared_ptr<drivers::CardReader>> {
            return TRY(drivers::sam::SamCardReader::open(
                std::make_unique<tests::FakeSamChannel>(model, stage->clock()), stage->clock()));
        });
        REQUIRE(stage->happen(Happening::kioskKilled));
        REQUIRE(stage->happen(Happening::kioskStarted));
        stage->watchScreens([this](const kit::Node& screen) { search.look(screen); });
    }

    /// Somebody lays the card, which meets this; what the screen is after that.
    std::string visit(const std::optional<SamFault>& fault = std::nullopt) {
        REQUIRE(stage->touch("begin"));
        model.lay(search.card);
        if (fault)
            model.inject(*fault);
        for (int looks = 0; looks < 10 && stage->look().screen == "identify"; ++looks)
            REQUIRE(stage->pass(400ms));
        return stage->look().screen;
    }

    void leave(const std::string& by) {
        model.lift();
        REQUIRE(stage->touch(by));
        REQUIRE(stage->look().screen == "start");
        REQUIRE(stage->pass(15min)); // for a part that was in trouble, to be tried again
    }

    /// Both times the module is asked, its answer breaks off here.
    void visitCutAfter(Command command, std::size_t after) {
        CAPTURE(int{command.command}, int{command.parameter}, after);
        const std::string screen =
            visit(SamFault{.kind = SamFault::Kind::cut, .on = command, .after = after, .times = 2});
        REQUIRE_FALSE(model.hasFault());
        if (screen == "trouble") {
            REQUIRE(stage->look().shows("reader."));
            return leave("finish");
        }
        // Selected already, the card is not selected again: the short answer to that came whole.
        REQUIRE(screen == "identify");
        leave("back");
    }
};

struct Answer {
    Command to;
    std::size_t size;
};
constexpr std::array kAnswers{
    Answer{drivers::sam::kFindCard, 15}, Answer{drivers::sam::kSelectCard, 19},
    Answer{drivers::sam::kReadTextAndPhoto, 1295}, Answer{drivers::sam::kReadNewestAddress, 11}};

} // namespace

TEST_CASE("R1 the exchange cut after every byte: no field is ever shown") {
    Kiosk kiosk;
    int cuts = 0;
    for (const Answer& answer : kAnswers)
        for (std::size_t after = 1; after < answer.size; ++after, ++cuts)
            kiosk.visitCutAfter(answer.to, after);
    CHECK(cuts == 14 + 18 + 1294 + 10);
    CHECK(kiosk.search.screens > 3 * cuts);
    CHECK(kiosk.search.hits == 0);
}

TEST_CASE("R1 without a cut the same search finds the person") {
    Kiosk kiosk;
    REQUIRE(kiosk.visit() == "choose");
    CHECK(kiosk.search.hits > 0);
    kiosk.leave("start-over");
}

TEST_CASE("R1 the search finds each field, and a photo among pixels") {
    const drivers::IdCard card = personsCard();
    for (const std::string& content : contentsOf(card)) {
        Search search{.card = card};
        search.look({.children = {{.name = "x" + content + "x"}}});
        CHECK(search.hits > 0);
    }
    document::Picture picture{.width = 16, .height = 17, .pixels = std::vector<std::uint32_t>(272)};
    std::ranges::copy(card.photo, std::as_writable_bytes(std::span(picture.pixels)).begin() + 8);
    Search search{.card = card};
    search.look({.look = {.picture = std::make_shared<document::Picture>(std::move(picture))}});
    CHECK(search.hits == 1);
}

} // namespace kiosk::bench
