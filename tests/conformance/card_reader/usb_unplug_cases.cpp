// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <catch2/catch.hpp>

#include "tests/conformance/card_reader/usb_rig.h"
#include "tests/support/sample_card.h"

// A cable comes loose at some byte of some command. Here it does at each byte, both ways, in each
// manner a host can learn of it, before the real module and libusb.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::tests;

namespace {

/// A conversation in which the kiosk says all it has to say to a reader: opening (two commands),
/// finding, selecting, reading (text and photo, newest address), asking whether the card still lies
/// there, resetting (two more).
constexpr std::size_t kBytesToReader = 9 * 10;
/// So many have come when the last byte of the card is across.
constexpr std::size_t kCardIsAcross = 11 + 27 + 15 + 19 + 1295 + 11;
constexpr std::size_t kBytesToHost = kCardIsAcross + 11 + 11 + 11;

Result<> converse(UsbRig& rig, std::optional<IdCard>& told) {
    TRY(rig.openAtOnce());
    const bool found = TRY(rig.reader().findCard({}));
    REQUIRE(found);
    told = TRY(rig.reader().readCard({}));
    const bool lies = TRY(rig.reader().cardStillThere({}));
    REQUIRE(lies);
    return rig.reader().reset({});
}

/// The cable goes at this byte: the kiosk got as far as that, says that the reader is gone, and
/// tells no card that is not across whole.
void checkCut(UsbRig& rig, const UsbCut& cut) {
    CAPTURE(cut.after, static_cast<int>(cut.ending));
    rig.plugAnew();
    rig.device().cutCable(cut);
    std::optional<IdCard> told;
    const auto said = converse(rig, told);
    REQUIRE_FALSE(said);
    REQUIRE(said.error().code() == "reader.gone");
    REQUIRE(said.error().remedy() == Remedy::technician);
    REQUIRE(rig.device().passed(cut.way) == cut.after);
    const bool across = rig.device().passed(UsbWay::toHost) >= kCardIsAcross;
    REQUIRE((!told || (across && *told == sampleCard())));
}

void checkWhole(UsbRig& rig, UsbWay way, std::size_t bytes) {
    rig.plugAnew();
    std::optional<IdCard> told;
    REQUIRE(converse(rig, told));
    REQUIRE(told == sampleCard());
    REQUIRE(rig.device().passed(way) == bytes);
}

/// Each offset once, the manners in turn. That the reader is well again after replugging shows in
/// how far the next conversation gets; a whole one now and then.
void checkCutAtEachByte(UsbWay way, std::size_t bytes) {
    using enum UsbCut::Ending;
    constexpr std::array kEndings{shutDown, transferError, quietly};
    constexpr std::size_t kNowAndThen = 100;
    UsbRig rig;
    rig.lay(sampleCard());
    for (std::size_t after = 0; after < bytes; ++after) {
        if (after % kNowAndThen == 0)
            checkWhole(rig, way, bytes);
        checkCut(rig, {.way = way, .after = after, .ending = kEndings[after % kEndings.size()]});
    }
    checkWhole(rig, way, bytes);
}

} // namespace

TEST_CASE("R1 unplugged after any byte of any answer: gone, never half a card, and well again") {
    checkCutAtEachByte(UsbWay::toHost, kBytesToHost);
}

TEST_CASE("R1 unplugged after any byte of any command: gone, never half a card, and well again") {
    checkCutAtEachByte(UsbWay::toReader, kBytesToReader);
}
