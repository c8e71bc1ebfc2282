// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/conformance/card_reader/sam_rig.h"
#include "tests/support/sample_card.h"

// What the SAM module must survive on each of its wires. That every byte may be the last one is
// shown by the unit tests in memory; here the cuts are where a wire could treat them differently.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::tests;
using Kind = SamFault::Kind;

std::unique_ptr<ReaderRig> kiosk::tests::makeReaderRig() {
    return makeSamRig();
}

namespace {

/// The code of the error, "" for a card that is the sample whole.
std::string readWith(SamRig& rig, const SamFault& fault) {
    rig.model().inject(fault);
    rig.lift();
    rig.lay(sampleCard());
    if (!rig.reader().findCard({}).value_or(false))
        return "not found";
    const auto card = rig.reader().readCard({});
    if (!card)
        return card.error().code();
    return *card == sampleCard() ? "" : "wrong card";
}

} // namespace

TEST_CASE("R1 cut the exchange where header, body, packet and frame end: never a card") {
    const auto rig = makeSamRig();
    for (std::size_t after : {1U, 6U, 7U, 8U, 64U, 71U, 128U, 300U, 1294U}) {
        CAPTURE(after);
        CHECK(readWith(*rig, {.kind = Kind::cut, .after = after, .times = 2}) == "reader.garbled");
    }
    CHECK(readWith(*rig, {.kind = Kind::cut, .after = 700}).empty());
}

TEST_CASE("D1 a wrong check is read again once, then it is a fault") {
    const auto rig = makeSamRig();
    CHECK(readWith(*rig, {.kind = Kind::wrongCheck}).empty());
    CHECK(readWith(*rig, {.kind = Kind::wrongCheck, .times = 2}) == "reader.garbled");
    CHECK(readWith(*rig, {.kind = Kind::wrongCheck}).empty());
}

TEST_CASE("D1 a reader that says nothing is a fault in good time") {
    const auto rig = makeSamRig();
    rig->model().inject({.kind = Kind::silence, .on = sam::kFindCard});
    CHECK(rig->reader().findCard({}).error().code() == "reader.silent");
    CHECK(rig->reader().findCard({}) == false);
}

TEST_CASE("D1 a reader pulled while it answers is gone") {
    const auto rig = makeSamRig();
    CHECK(readWith(*rig, {.kind = Kind::unplug, .after = 600}) == "reader.gone");
    CHECK(rig->reader().findCard({}).error().code() == "reader.gone");
}
