// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/auxiliaries/serial_board/serial_board.h"
#include "tests/conformance/auxiliaries/auxiliaries_rig.h"
#include "tests/support/pty_board.h"

namespace kiosk::tests {

namespace {

using namespace drivers;
using namespace drivers::serial_board;
using namespace std::chrono_literals;

/// Long enough for a busy machine, short where a case waits it out; a test of silence is shorter.
constexpr BoardTiming kTiming{.answer = 300ms, .silence = 3000ms, .patience = 150ms};
constexpr BoardTiming kHurried{.answer = 60ms, .silence = 100ms, .patience = 50ms};

class SerialBoardRig final : public AuxiliariesRig {
public:
    SerialBoardRig() { open(); }

    Auxiliaries& auxiliaries() override { return *module_; }
    void become(const CabinetState& state) override { board_.become(state); }
    void pressCallKey() override { board_.pressCallKey(); }
    FlashRate shown(Part light) override { return board_.shown(light); }
    void unplug() override { board_.unplug(); }
    void plugAndOpen() override {
        module_.reset();
        board_.plug();
        open();
    }

private:
    void open() { module_ = SerialBoard::open(board_.path(), kTiming).value(); }

    PtyBoard board_;
    std::unique_ptr<SerialBoard> module_;
};

std::string codeOf(const auto& result) {
    return result ? std::string() : result.error().code();
}

/// Waits for changes until this part tells one; the code of the error that came instead.
std::string waitFor(SerialBoard& module, Part part) {
    for (int wait = 0; wait < 8; ++wait) {
        const auto change = module.next({});
        if (!change)
            return change.error().code();
        if (*change && (*change)->part == part)
            return {};
    }
    return "nothing told";
}

} // namespace

std::unique_ptr<AuxiliariesRig> makeAuxiliariesRig() {
    return std::make_unique<SerialBoardRig>();
}

TEST_CASE("D11 noise and halves of lines lose nothing") {
    PtyBoard board;
    board.setFaults({.noise = true});
    const auto module = SerialBoard::open(board.path(), kTiming);
    REQUIRE(module);
    CHECK((*module)->set(Part::callLamp, FlashRate::slow, {}));
    CHECK(board.shown(Part::callLamp) == FlashRate::slow);
    board.become({.door = CabinetDoor::open});
    CHECK(waitFor(**module, Part::cabinetDoor).empty());
}

TEST_CASE("D11 a spoilt answer is asked for again, three times in all") {
    PtyBoard board;
    const auto module = SerialBoard::open(board.path(), kTiming).value();
    board.setFaults({.spoiltAnswers = 2});
    CHECK(module->set(Part::cardLight, FlashRate::slow, {}));
    board.setFaults({.spoiltAnswers = 3});
    CHECK(codeOf(module->set(Part::cardLight, FlashRate::slow, {})) == "auxiliaries.silent");
    CHECK(module->set(Part::cardLight, FlashRate::slow, {}));
}

TEST_CASE("D11 a late answer is not taken for that of another question") {
    PtyBoard board;
    const auto module = SerialBoard::open(board.path(), kHurried).value();
    board.setFaults({.answersLate = true});
    CHECK(codeOf(module->set(Part::cardLight, FlashRate::slow, {})) == "auxiliaries.silent");
    // What comes now is the first answer, "OK": it is not the second one's.
    CHECK(codeOf(module->set(Part::paperLight, FlashRate::slow, {})) == "auxiliaries.silent");
}

TEST_CASE("D11 a change whose acknowledgement is lost is told once") {
    PtyBoard board;
    const auto module = SerialBoard::open(board.path(), kTiming).value();
    board.setFaults({.acksLost = 3});
    board.pressCallKey();
    CHECK(waitFor(*module, Part::callKey).empty());
    CHECK(module->state({})->callKey == CallKey::on);
    CHECK(waitFor(*module, Part::callKey).empty());
    CHECK(module->state({})->callKey == CallKey::off);
    CHECK(waitFor(*module, Part::callKey) == "nothing told");
}

TEST_CASE("D11 a board whose heart stops is silent, also amid noise") {
    PtyBoard board;
    const auto module = SerialBoard::open(board.path(), kHurried).value();
    for (const bool noise : {false, true}) {
        board.setFaults({.mute = true, .noise = noise});
        CHECK(waitFor(*module, Part::cabinetDoor) == "auxiliaries.silent");
    }
}

TEST_CASE("D11 a board that was started anew by itself is greeted anew") {
    PtyBoard board;
    const auto module = SerialBoard::open(board.path(), kTiming).value();
    board.restart();
    CHECK(waitFor(*module, Part::cabinetDoor) == "auxiliaries.restarted");
    board.become({.door = CabinetDoor::open});
    REQUIRE(module->reset({}));
    CHECK(module->state({})->door == CabinetDoor::open);
    CHECK(waitFor(*module, Part::cabinetDoor) == "nothing told");
}

TEST_CASE("D11 a board that speaks another version, or nonsense, is told so") {
    PtyBoard board;
    board.setFaults({.version = "2"});
    CHECK(codeOf(SerialBoard::open(board.path(), kTiming)) == "auxiliaries.refused");
    board.setFaults({});
    const auto module = SerialBoard::open(board.path(), kTiming).value();
    board.setFaults({.strayWord = "cabinetDoor=ajar"});
    CHECK(waitFor(*module, Part::cabinetDoor) == "auxiliaries.garbled");
}

} // namespace kiosk::tests
