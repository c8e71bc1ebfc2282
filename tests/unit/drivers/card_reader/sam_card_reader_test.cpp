// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "drivers/card_reader/sam/sam_card_reader.h"
#include "tests/support/fake_sam_channel.h"
#include "tests/support/sample_card.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::drivers::sam;
using namespace kiosk::tests;
using namespace std::chrono_literals;
using Kind = SamFault::Kind;

namespace {

/// Text and photo with everything around them: the longest reply the kiosk asks for.
constexpr std::size_t kReadReplySize = 1295;

/// A reader of ours on a wire in memory.
struct Rig {
    ManualClock clock;
    SamDeviceModel model;
    FakeSamChannel* channel = nullptr;
    std::unique_ptr<SamCardReader> reader;

    Rig() {
        auto wire = std::make_unique<FakeSamChannel>(model, clock);
        channel = wire.get();
        reader = SamCardReader::open(std::move(wire), clock).value();
    }

    /// The code of the error, "" for a card that is the sample whole.
    std::string readSample() {
        model.lift();
        model.lay(sampleCard());
        if (!reader->findCard({}).value_or(false))
            return "not found";
        const auto card = reader->readCard({});
        if (!card)
            return card.error().code();
        return *card == sampleCard() ? "" : "wrong card";
    }

    std::string readWith(const SamFault& fault) {
        model.inject(fault);
        return readSample();
    }
};

std::string codeOpening(const SamFault& fault) {
    ManualClock clock;
    SamDeviceModel model;
    model.inject(fault);
    const auto reader = SamCardReader::open(std::make_unique<FakeSamChannel>(model, clock), clock);
    return reader ? "" : reader.error().code();
}

} // namespace

TEST_CASE("R1 cut the exchange after any byte, twice: an error and never a card") {
    Rig rig;
    for (std::size_t after = 1; after < kReadReplySize; ++after)
        REQUIRE(rig.readWith({.kind = Kind::cut, .after = after, .times = 2}) == "reader.garbled");
    CHECK(rig.readSample().empty());
}

TEST_CASE("R1 cut once after any byte, the second attempt brings the whole card") {
    Rig rig;
    for (std::size_t after = 1; after < kReadReplySize; ++after)
        REQUIRE(rig.readWith({.kind = Kind::cut, .after = after}).empty());
}

TEST_CASE("R1 a reply in pieces of any size is the same card") {
    Rig rig;
    for (std::size_t size : {1U, 2U, 7U, 63U, 64U, 65U, 1294U, 1295U}) {
        rig.channel->setPieceSize(size);
        CHECK(rig.readSample().empty());
    }
}

TEST_CASE("R1 a fingerprint block is gone before the card is told") {
    using Fingerprints = SamDeviceModel::Fingerprints;
    Rig rig;
    for (const auto sent : {Fingerprints::lengthZero, Fingerprints::whole}) {
        rig.model.answerWith(sent);
        CHECK(rig.readSample().empty());
    }
    SamModule module(std::make_unique<FakeSamChannel>(rig.model, rig.clock), rig.clock, {});
    rig.model.lift();
    rig.model.lay(sampleCard());
    for (const Command command : {kFindCard, kSelectCard})
        REQUIRE(module.exchange(command, rig.clock.steady() + 1s, {}));
    const auto answer = module.exchange(kReadTextAndPhoto, rig.clock.steady() + 4s, {});
    REQUIRE(answer);
    REQUIRE(answer->reply.data.size() == 6 + 256 + 1024 + 1024);
    CHECK(std::ranges::count(answer->reply.data.last(1024), std::byte{0}) == 1024);
    CHECK(std::ranges::equal(answer->reply.data.subspan(6 + 256, 1024), sampleCard().photo));
}

TEST_CASE("D1 a wrong check is read again once, then it is a fault") {
    Rig rig;
    CHECK(rig.readWith({.kind = Kind::wrongCheck}).empty());
    CHECK(rig.readWith({.kind = Kind::wrongCheck, .times = 2}) == "reader.garbled");
    CHECK(rig.readSample().empty());
}

TEST_CASE("D1 stray bytes and a halted pipe heal by themselves") {
    Rig rig;
    CHECK(rig.readWith({.kind = Kind::noise}).empty());
    CHECK(rig.readWith({.kind = Kind::stall}).empty());
    CHECK(rig.readWith({.kind = Kind::status, .on = kFindCard, .status = 0x10}).empty());
}

TEST_CASE("D1 silence is a fault within the time a call may take") {
    Rig rig;
    SteadyTime began = rig.clock.steady();
    rig.model.inject({.kind = Kind::silence, .on = kFindCard});
    CHECK(rig.reader->findCard({}).error().code() == "reader.silent");
    CHECK(rig.clock.steady() - began <= 1s);

    began = rig.clock.steady();
    CHECK(rig.readWith({.kind = Kind::silence}) == "reader.silent");
    CHECK(rig.clock.steady() - began <= 5s);
}

TEST_CASE("R1 a reply that comes late is not taken for the next command's") {
    Rig rig;
    CHECK(rig.readWith({.kind = Kind::late}) == "reader.silent");
    rig.model.lift();
    CHECK(rig.reader->findCard({}) == false);
    rig.model.lay(otherCard());
    REQUIRE(rig.reader->findCard({}) == true);
    CHECK(rig.reader->readCard({}) == otherCard());
}

TEST_CASE("R1 a reply that crosses the next command is noticed, and the line put right") {
    for (std::size_t pieceSize : {5U, 64U, 1295U}) {
        Rig rig;
        rig.channel->setPieceSize(pieceSize);
        rig.channel->setLate(FakeSamChannel::Late::afterNextCommand);
        CHECK(rig.readWith({.kind = Kind::late}) == "reader.silent");
        rig.model.lift();
        CHECK(rig.reader->findCard({}) == false);
        rig.model.lay(otherCard());
        REQUIRE(rig.reader->findCard({}) == true);
        CHECK(rig.reader->readCard({}) == otherCard());
    }
}

TEST_CASE("R1 a late answer to a search is not taken for a card that lies there now") {
    Rig rig;
    rig.model.lay(sampleCard());
    rig.model.inject({.kind = Kind::late, .on = kFindCard});
    CHECK(rig.reader->findCard({}).error().code() == "reader.silent");
    rig.model.lift();
    CHECK(rig.reader->findCard({}) == false);
}

TEST_CASE("R1 a late answer that crosses a search gives no wrong card, and heals") {
    Rig rig;
    rig.channel->setLate(FakeSamChannel::Late::afterNextCommand);
    CHECK(rig.readWith({.kind = Kind::late, .on = kSelectCard}) == "reader.silent");
    CHECK(rig.readSample() != "wrong card");
    CHECK(rig.readSample().empty());
}

TEST_CASE("D1 a reader pulled while it answers is gone, and stays gone") {
    Rig rig;
    CHECK(rig.readWith({.kind = Kind::unplug, .after = 600}) == "reader.gone");
    CHECK(rig.reader->findCard({}).error().code() == "reader.gone");
}

TEST_CASE("D4 each refusal of card or module is told as what it is") {
    Rig rig;
    const auto answering = [&rig](std::uint8_t status) {
        return rig.readWith({.kind = Kind::status, .status = status});
    };
    CHECK(answering(0x31) == "card.refused");
    CHECK(answering(0x33) == "card.refused");
    CHECK(answering(0x41) == "card.read-failed");
    CHECK(answering(0x24) == "card.read-failed");
    CHECK(answering(0x60) == "reader.self-test");
    CHECK(answering(0x99) == "reader.unexpected-status");
    CHECK(rig.readSample().empty());
}

TEST_CASE("R1 a record that is wrong twice is damage, with no field of it told") {
    Rig rig;
    IdCard wrong = sampleCard();
    wrong.number.back() = '4';
    rig.model.lay(wrong);
    REQUIRE(rig.reader->findCard({}) == true);
    const auto card = rig.reader->readCard({});
    REQUIRE_FALSE(card);
    CHECK(card.error().code() == "card.damaged");
    CHECK(card.error().line().find(wrong.number) == std::string::npos);
}

TEST_CASE("D4 a card lifted between any two steps is told, and the next one read") {
    Rig rig;
    CHECK(rig.readWith({.kind = Kind::cardLifted, .on = kSelectCard}) == "card.select-failed");
    CHECK(rig.readWith({.kind = Kind::cardLifted}) == "card.read-failed");
    CHECK(rig.readSample().empty());
}

TEST_CASE("a module that takes no command is told when it is opened") {
    CHECK(codeOpening({.kind = Kind::status, .on = kModuleStatus, .status = 0x60}) ==
          "reader.self-test");
    CHECK(codeOpening({.kind = Kind::status, .on = kModuleStatus, .status = 0x66}) ==
          "reader.not-authorised");
    CHECK(codeOpening({.kind = Kind::silence, .on = kModuleStatus}) == "reader.silent");
    CHECK(codeOpening({.kind = Kind::unplug, .on = kReadSamId}) == "reader.gone");
}

TEST_CASE("D1 a stop asked for ends the call, and the next one starts clean") {
    Rig rig;
    std::stop_source stop;
    stop.request_stop();
    rig.model.lay(sampleCard());
    CHECK(rig.reader->findCard(stop.get_token()).error().code() == "reader.cancelled");
    CHECK(rig.reader->findCard({}) == true);
}

TEST_CASE("D6 a holder who moved has the newest address, whoever did not has none") {
    Rig rig;
    rig.model.lay(otherCard());
    REQUIRE(rig.reader->findCard({}) == true);
    CHECK(rig.reader->readCard({})->newestAddress == otherCard().newestAddress);
    CHECK(rig.reader->cardStillThere({}) == true);
    CHECK(rig.readSample().empty());
    CHECK(rig.readWith({.kind = Kind::status, .on = kReadNewestAddress, .status = 0x21}).empty());
}

TEST_CASE("R1 a newest address that is cut, or whose card is lifted, leaves no card") {
    Rig rig;
    for (std::size_t after = 1; after < 81; ++after) {
        rig.model.inject({.kind = Kind::cut, .on = kReadNewestAddress, .after = after, .times = 2});
        rig.model.lift();
        rig.model.lay(otherCard());
        REQUIRE(rig.reader->findCard({}) == true);
        REQUIRE(rig.reader->readCard({}).error().code() == "reader.garbled");
        REQUIRE(rig.reader->cardStillThere({}) == false);
    }
    CHECK(rig.readWith({.kind = Kind::cardLifted, .on = kReadNewestAddress}) == "card.read-failed");
}

TEST_CASE("D14 a reader with another security module than on record is the technician's") {
    Rig rig;
    CHECK(checkSamNumber(*rig.reader, ""));
    CHECK(checkSamNumber(*rig.reader, SamDeviceModel::kSamNumber));
    const auto other = checkSamNumber(*rig.reader, "05.03-20100101-000012345-012345679");
    REQUIRE_FALSE(other);
    CHECK(other.error().code() == "reader.other-sam");
    CHECK(other.error().remedy() == Remedy::technician);
    rig.model.inject({.kind = Kind::silence, .on = kReadSamId});
    CHECK(checkSamNumber(*rig.reader, SamDeviceModel::kSamNumber).error().code() ==
          "reader.silent");
}

TEST_CASE("the security module's number is the reader's serial number") {
    Rig rig;
    CHECK(rig.reader->samNumber({}) == SamDeviceModel::kSamNumber);
    CHECK(rig.reader->identity().serial == SamDeviceModel::kSamNumber);
    rig.model.becomeAnother();
    CHECK(rig.reader->samNumber({}) == SamDeviceModel::kOtherSamNumber);
    CHECK(rig.reader->reset({}));
}
