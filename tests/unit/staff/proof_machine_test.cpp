// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/staff/staff_words.h"

namespace kiosk::staff::tests {

namespace {

const std::string kChallenge = "4071953228601774";

Walk atProof() {
    Walk walk;
    walk.comeIn(Role::technician).go(open(Page::proof));
    return walk;
}

const ProofView& proofOf(const Walk& walk) {
    return walk.state<state::Inside>().proof;
}

event::Proved made(std::string challenge = kChallenge) {
    return {std::move(challenge),
            event::MadeProof{"3F7A", {std::make_shared<document::Picture>()}}};
}

} // namespace

TEST_CASE("S3 a technician types a challenge, and the kiosk is asked for the answer to just that") {
    Walk walk = atProof();
    walk.type(kChallenge).go(press(Key::enter));
    REQUIRE(walk.command<command::Prove>() != nullptr);
    CHECK(walk.command<command::Prove>()->challenge == kChallenge);
    CHECK(proofOf(walk).isMaking);
    CHECK(walk.go(press(Key::digit, 1)).commands.empty()); // while it is made nothing is typed
    CHECK(proofOf(walk).challenge == kChallenge);
    walk.go(made());
    CHECK(proofOf(walk).fingerprint == "3F7A");
    CHECK(proofOf(walk).pictures.size() == 1);
    CHECK(std::get<PageView>(viewOf(walk.mode)).proof.challenge == kChallenge);
}

TEST_CASE("S3 fewer than sixteen digits are no challenge, and no more than thirty-two are taken") {
    Walk walk = atProof();
    walk.type(kChallenge.substr(1)).go(press(Key::enter));
    CHECK(walk.command<command::Prove>() == nullptr);
    CHECK_FALSE(proofOf(walk).canEnter());
    walk.type("1").go(press(Key::erase)).go(press(Key::enter));
    CHECK(walk.command<command::Prove>() == nullptr);
    walk.type(std::string(40, '7'));
    CHECK(proofOf(walk).challenge.size() == kMostProofDigits);
    for (const int odd : {-1, 10, 48})
        walk.go(press(Key::erase)).go(press(Key::digit, odd));
    CHECK(proofOf(walk).challenge.size() == kMostProofDigits - 3);
    CHECK(handout::Challenge::of(proofOf(walk).challenge));
}

TEST_CASE("S3 an answer to another question is not shown, nor one that comes when one has left") {
    Walk walk = atProof();
    walk.go(made());
    CHECK(proofOf(walk).pictures.empty()); // nobody asked
    walk.type(kChallenge).go(press(Key::enter)).go(made("9" + kChallenge));
    CHECK(proofOf(walk).pictures.empty());
    CHECK(proofOf(walk).isMaking);
    walk.go(Event(visit::Touch(visit::touch::Back{}))).go(made());
    CHECK(proofOf(walk).pictures.empty());
    walk.go(open(Page::proof)).go(made());
    CHECK(proofOf(walk).challenge.empty());
    CHECK(proofOf(walk).pictures.empty());
}

TEST_CASE("S3 what keeps the answer away is said, and it may be asked for again, or another") {
    Walk walk = atProof();
    walk.type(kChallenge)
        .go(press(Key::enter))
        .go(event::Proved{kChallenge, std::unexpected(spoilt())});
    CHECK(proofOf(walk).error == spoilt());
    walk.go(press(Key::enter));
    CHECK(walk.command<command::Prove>() != nullptr);
    CHECK_FALSE(proofOf(walk).error);
    walk.go(made()).go(press(Key::no));
    CHECK(proofOf(walk).challenge.empty());
    CHECK(proofOf(walk).pictures.empty());
}

TEST_CASE("S3 G1 an attendant is not shown the page of the proof") {
    Walk walk;
    walk.comeIn(Role::attendant).go(open(Page::proof));
    CHECK(walk.state<state::Inside>().page == Page::menu);
}

} // namespace kiosk::staff::tests
