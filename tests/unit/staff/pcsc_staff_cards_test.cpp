// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/pcsc/pcsc_staff_cards.h"

namespace kiosk::drivers::pcsc {

namespace {

/// A reader in which cards are put; counts how often one was given power.
struct Chip {
    ChipSeat seat;
    Bytes reply;
    std::optional<CardTrouble> trouble;
    int powered = 0;

    void putIn(std::string_view hex) {
        seat = {true, seat.changes + 1};
        reply = fromHex(hex).value();
    }
    void takeOut() { seat = {false, seat.changes + 1}; }
};

class FakeChip final : public ChipLink {
public:
    explicit FakeChip(Chip& chip) : chip_(chip) {}
    std::string readerName() const override { return "Fake"; }
    ChipResult<ChipSeat> look() override {
        if (chip_.trouble)
            return std::unexpected(*chip_.trouble);
        return chip_.seat;
    }
    ChipResult<> connect() override {
        ++chip_.powered;
        return {};
    }
    ChipResult<Bytes> transmit(ByteView) override { return chip_.reply; }
    void disconnect() override {}

private:
    Chip& chip_;
};

} // namespace

TEST_CASE("D2 a staff card is asked for its number once, as long as it lies there") {
    Chip chip;
    PcscStaffCards cards(std::make_unique<FakeChip>(chip));
    CHECK_FALSE(cards.look({}).value());
    chip.putIn("04a1b2c39000");
    CHECK(cards.look({}).value() == "04a1b2c3");
    CHECK(cards.look({}).value() == "04a1b2c3");
    CHECK(chip.powered == 1);
    chip.takeOut();
    CHECK_FALSE(cards.look({}).value());
    chip.putIn("0455667788aabb9000");
    CHECK(cards.look({}).value() == "0455667788aabb");
    CHECK(chip.powered == 2);
}

TEST_CASE(
    "D2 a card without a number of its own is no staff card, and a reader that is gone is told") {
    Chip chip;
    PcscStaffCards cards(std::make_unique<FakeChip>(chip));
    chip.putIn("6a81");
    CHECK_FALSE(cards.look({}).value());
    CHECK_FALSE(cards.look({}).value());
    CHECK(chip.powered == 1);
    chip.trouble = CardTrouble::gone;
    CHECK(cards.look({}).error().code() == "reader.gone");
}

} // namespace kiosk::drivers::pcsc
