// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <regex>
#include <thread>

#include "tests/conformance/card_reader/reader_rig.h"
#include "tests/support/sample_card.h"

// What every card reader must do, whatever its wire. These cases know a reader only by its
// interface.

namespace kiosk::tests {

namespace {

using namespace drivers;
using namespace std::chrono_literals;

Result<IdCard> findAndRead(ReaderRig& rig) {
    TRY(says("findCard() with a card laid", rig.reader().findCard({}), true));
    return rig.reader().readCard({});
}

/// Lays the card and reads it, whole.
Result<> isRead(ReaderRig& rig, const IdCard& laid) {
    rig.lay(laid);
    const IdCard card = TRY(findAndRead(rig));
    return met(rig.isSame(card, laid), "the card read is not the one that was laid");
}

Result<> nextIsRead(ReaderRig& rig) {
    rig.lift();
    TRY(says("findCard() after the card was lifted", rig.reader().findCard({}), false));
    return isRead(rig, otherCard());
}

/// A read that meets this trouble.
Result<IdCard> readWith(ReaderRig& rig, CardTrouble trouble) {
    rig.lay(sampleCard());
    rig.failNextRead(trouble);
    return findAndRead(rig);
}

Result<> saysWhoItIs(ReaderRig& rig) {
    const DeviceIdentity identity = rig.reader().identity();
    TRY(met(!identity.module.empty() && !identity.port.empty(), "module or port is empty"));
    if (!rig.reader().capabilities().hasSecurityModule)
        return {};
    const std::string number = TRY(rig.reader().samNumber({}));
    TRY(met(std::regex_match(number, std::regex(R"(\d\d\.\d\d-\d{8}-\d{9}-\d{9})")),
            "the security module's number is \"" + number + "\""));
    return met(identity.serial == number, "its serial is not the security module's number");
}

Result<> keepsItsPromises(ReaderRig& rig) {
    const CardReaderCapabilities can = rig.reader().capabilities();
    TRY(met(std::ranges::count(can.layouts, IdCard::Layout::mainland) == 1,
            "the resident ID card is not among its layouts"));
    const std::string number = TRY(rig.reader().samNumber({}));
    TRY(met(can.hasSecurityModule == !number.empty(), "number of the security module"));
    return failsWith("readCard() of a card lifted", readWith(rig, CardTrouble::removed),
                     can.tellsRemoval ? "card.removed" : "card.read-failed", Remedy::citizenAgain);
}

Result<> noCardIsAStatus(ReaderRig& rig) {
    TRY(says("findCard() without a card", rig.reader().findCard({}), false));
    return says("cardStillThere() without a card", rig.reader().cardStillThere({}), false);
}

Result<> laidIsRead(ReaderRig& rig) {
    TRY(isRead(rig, sampleCard()));
    return nextIsRead(rig);
}

Result<> eachLayoutIsRead(ReaderRig& rig) {
    const auto layouts = rig.reader().capabilities().layouts;
    for (const IdCard& card : cardOfEachLayout()) {
        if (std::ranges::count(layouts, card.layout) == 0)
            continue;
        TRY(isRead(rig, card));
        rig.lift();
        TRY(says("findCard() after the card was lifted", rig.reader().findCard({}), false));
    }
    return {};
}

Result<> foundOnce(ReaderRig& rig) {
    TRY(isRead(rig, sampleCard()));
    TRY(says("findCard() with the card that was read", rig.reader().findCard({}), false));
    rig.lift();
    rig.lay(sampleCard());
    return says("findCard() with the card laid again", rig.reader().findCard({}), true);
}

Result<> seenToLieThere(ReaderRig& rig) {
    const bool sees = rig.reader().capabilities().seesCardStay;
    TRY(isRead(rig, sampleCard()));
    TRY(says("cardStillThere()", rig.reader().cardStillThere({}), sees));
    TRY(says("cardStillThere() again", rig.reader().cardStillThere({}), sees));
    rig.lift();
    return says("cardStillThere() after it was lifted", rig.reader().cardStillThere({}), false);
}

Result<> anotherIsNotTheSame(ReaderRig& rig) {
    TRY(isRead(rig, sampleCard()));
    rig.lift();
    rig.lay(otherCard());
    return says("cardStillThere() with another card", rig.reader().cardStillThere({}), false);
}

Result<> unfoundIsNotRead(ReaderRig& rig) {
    TRY(met(!rig.reader().readCard({}), "a card was read where none lies"));
    return isRead(rig, sampleCard());
}

Result<> liftedBefore(ReaderRig& rig) {
    rig.lay(sampleCard());
    TRY(says("findCard()", rig.reader().findCard({}), true));
    rig.lift();
    const auto card = rig.reader().readCard({});
    TRY(met(!card && card.error().remedy() == Remedy::citizenAgain,
            "readCard() of a card lifted before gave " + inWords(card)));
    return nextIsRead(rig);
}

Result<> liftedDuring(ReaderRig& rig) {
    const auto card = readWith(rig, CardTrouble::removed);
    TRY(met(!card, "a card that was lifted while it was read was given out"));
    TRY(met((card.error().code() == "card.removed" || card.error().code() == "card.read-failed") &&
                card.error().remedy() == Remedy::citizenAgain,
            "readCard() gave " + inWords(card)));
    return nextIsRead(rig);
}

Result<> troubleIsTold(ReaderRig& rig) {
    for (const CardTrouble trouble : {CardTrouble::readFailed, CardTrouble::damaged,
                                      CardTrouble::wrongKind, CardTrouble::refused}) {
        const Error expected = asError(trouble);
        TRY(failsWith("readCard()", readWith(rig, trouble), expected.code(), expected.remedy()));
        TRY(says("findCard() with the card that made trouble", rig.reader().findCard({}), false));
        TRY(nextIsRead(rig));
        rig.lift();
        TRY(says("findCard() after the card was lifted", rig.reader().findCard({}), false));
    }
    return {};
}

Result<> unpluggedIsGone(ReaderRig& rig) {
    rig.lay(sampleCard());
    TRY(says("findCard()", rig.reader().findCard({}), true));
    rig.unplug();
    const auto gone = [](std::string_view call, const auto& answer) {
        return failsWith(call, answer, "reader.gone", Remedy::technician);
    };
    TRY(gone("check() unplugged", rig.reader().check({})));
    TRY(gone("readCard() unplugged", rig.reader().readCard({})));
    TRY(gone("findCard() unplugged", rig.reader().findCard({})));
    TRY(gone("samNumber() unplugged", rig.reader().samNumber({})));
    TRY(gone("reset() unplugged", rig.reader().reset({})));
    rig.plugAndOpen();
    const IdCard card = TRY(findAndRead(rig));
    return met(rig.isSame(card, sampleCard()), "after opening, another card was read");
}

Result<> stopsBefore(ReaderRig& rig) {
    std::stop_source stop;
    stop.request_stop();
    rig.lay(sampleCard());
    TRY(isCancelled("findCard()", rig.reader().findCard(stop.get_token())));
    TRY(isCancelled("readCard()", rig.reader().readCard(stop.get_token())));
    TRY(isCancelled("samNumber()", rig.reader().samNumber(stop.get_token())));
    const IdCard card = TRY(findAndRead(rig));
    return met(rig.isSame(card, sampleCard()), "after stopping, another card was read");
}

/// What a call may go on after it was asked to stop: 200 ms, and what a busy machine adds.
constexpr auto kStopping = 600ms;

Result<> stopsMidway(ReaderRig& rig) {
    rig.lay(sampleCard());
    rig.holdNextRead();
    TRY(says("findCard()", rig.reader().findCard({}), true));
    std::stop_source stop;
    std::jthread person([&] {
        std::this_thread::sleep_for(100ms); // into the read
        stop.request_stop();
    });
    TRY(inTime("readCard() asked to stop after 100 ms", 100ms + kStopping,
               [&] { return rig.reader().readCard(stop.get_token()); }));
    return nextIsRead(rig);
}

Result<> keepsDeadlines(ReaderRig& rig) {
    CardReader& reader = rig.reader();
    TRY(inTime("findCard() without a card", 1s, [&] { return reader.findCard({}); }));
    rig.lay(sampleCard());
    TRY(inTime("findCard()", 1s, [&] { return reader.findCard({}); }));
    TRY(inTime("readCard()", 5s, [&] { return reader.readCard({}); }));
    TRY(inTime("cardStillThere()", 1s, [&] { return reader.cardStillThere({}); }));
    TRY(inTime("samNumber()", 1s, [&] { return reader.samNumber({}); }));
    return inTime("reset()", 3s, [&] { return reader.reset({}); });
}

Result<> resetReads(ReaderRig& rig) {
    TRY(failsWith("readCard()", readWith(rig, CardTrouble::readFailed), "card.read-failed",
                  Remedy::citizenAgain));
    TRY(succeeds("reset()", rig.reader().reset({})));
    rig.lift();
    return isRead(rig, sampleCard());
}

Result<> openingsLeaveNothing(ReaderRig& rig) {
    return leavesNothing([&rig]() -> Result<> {
        rig.unplug();
        rig.plugAndOpen();
        return {};
    });
}

constexpr auto kReaderCases = std::to_array<Case<ReaderRig>>({
    {"reader.identity", "D1 a reader says who it is", saysWhoItIs},
    {"reader.capabilities", "D1 a reader keeps what its capabilities promise", keepsItsPromises},
    {"reader.no-card", "D4 no card is a status, not an error", noCardIsAStatus},
    {"reader.reads-whole", "R1 a card laid is found and read whole", laidIsRead},
    {"reader.layouts", "D6 a card of each layout is read whole", eachLayoutIsRead},
    {"reader.found-once", "D4 a card once read is not found again until it was lifted", foundOnce},
    {"reader.still-there", "D4 the card that was read is seen to lie there, and to be lifted",
     seenToLieThere},
    {"reader.another-card", "D4 another card is not the one that was read", anotherIsNotTheSame},
    {"reader.not-found", "R1 reading what was not found gives an error", unfoundIsNotRead},
    {"reader.lifted-before", "D4 a card lifted before it is read is the citizen's to lay again",
     liftedBefore},
    {"reader.lifted-during", "D4 a card lifted while it is read is the citizen's to lay again",
     liftedDuring},
    {"reader.trouble", "D4 after trouble with a card it must be lifted, then the next is read",
     troubleIsTold},
    {"reader.unplugged", "D1 an unplugged reader says so at every call and works after opening",
     unpluggedIsGone},
    {"reader.stop-before", "D1 every call ends when it is asked to stop, and the reader goes on",
     stopsBefore},
    {"reader.stop-midway", "D1 a read that is asked to stop midway ends soon", stopsMidway},
    {"reader.deadlines", "D1 every call of a reader keeps its time", keepsDeadlines},
    {"reader.reset", "D1 a reader that was reset reads the next card", resetReads},
    {"reader.openings", "D3 a reader pulled and opened again leaves nothing behind",
     openingsLeaveNothing},
});

} // namespace

std::span<const Case<ReaderRig>> cardReaderCases() {
    return kReaderCases;
}

} // namespace kiosk::tests
