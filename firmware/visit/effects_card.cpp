// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/effects.h"

namespace kiosk::visit {

namespace {

/// The protocol asks for at least this long between two looks.
constexpr std::chrono::milliseconds kBetweenLooksForCard{300};
/// Nobody waits for the card of somebody else; a reader in trouble is left alone for a while.
constexpr std::chrono::milliseconds kBetweenLooksForOther{500};
constexpr std::chrono::milliseconds kAfterTrouble{5000};

/// The card that was laid since the last look, without its photo, or what it could not be read for;
/// nothing where none was.
Result<std::optional<Result<drivers::IdCard>>> otherCard(drivers::Slot<drivers::CardReader>& reader,
                                                         ReaderMemory memory,
                                                         const std::stop_token& stop) {
    static_cast<void>(TRY(recalled(reader, memory, stop))); // what it was before still counts below
    // Looking for a card would make the reader forget the one that still lies there (D5).
    if (TRY(reader.use(stop, &drivers::CardReader::cardStillThere)) ||
        !TRY(reader.use(stop, &drivers::CardReader::findCard)))
        return std::nullopt;
    Result<drivers::IdCard> card = reader.use(stop, &drivers::CardReader::readCard);
    if (card)
        card->photo = {};
    else if (card.error().remedy() == Remedy::technician)
        return std::unexpected(card.error()); // the reader's trouble, not the card's
    else if (memory == ReaderMemory::lost)
        return std::nullopt; // it may be the one that lay there all the time
    return card;
}

} // namespace

void Effects::carryOut(const command::WatchForCard&) {
    watchingForCard_ = true;
    lookForCard();
}

void Effects::carryOut(const command::StopWatchingForCard&) {
    watchingForCard_ = false;
}

void Effects::lookForCard() {
    if (!watchingForCard_)
        return;
    at_.readerWorker.submit([this, visit = visit_](const std::stop_token& stop) {
        const Result<bool> found = at_.reader.use(stop, &drivers::CardReader::findCard);
        at_.loop.post([this, visit, found] {
            if (visit != visit_ || !watchingForCard_)
                return;
            if (found && *found)
                deliver_(event::CardLaid{});
            else if (!found && found.error().remedy() == Remedy::technician)
                deliver_(event::CardRead{std::unexpected(found.error())});
            else
                at_.loop.after(kBetweenLooksForCard, [this, visit] {
                    if (visit == visit_)
                        lookForCard();
                });
        });
    });
}

void Effects::carryOut(const command::ReadCard&) {
    watchingForCard_ = false;
    at_.readerWorker.submit([this, visit = visit_](const std::stop_token& stop) {
        Result<drivers::IdCard> card = at_.reader.use(stop, &drivers::CardReader::readCard);
        if (card)
            card->photo = {}; // nothing that is shown or sent needs it: it goes no further
        answer(visit, event::CardRead{std::move(card)});
    });
}

void Effects::carryOut(const command::WatchForOthers&) {
    lookForOther();
}

void Effects::lookForOther() {
    at_.readerWorker.submit(
        [this, visit = visit_, memory = readerMemory_](const std::stop_token& stop) {
            auto other = otherCard(at_.reader, memory, stop);
            at_.loop.post([this, visit, other = std::move(other)] {
                if (visit != visit_)
                    return;
                readerMemory_ = other ? ReaderMemory::whole : ReaderMemory::lost;
                lookForOtherAgain(other ? kBetweenLooksForOther : kAfterTrouble);
                if (other && *other)
                    deliver_(event::CardRead{**other});
            });
        });
}

void Effects::lookForOtherAgain(std::chrono::milliseconds pause) {
    at_.loop.after(pause, [this, visit = visit_] {
        if (visit == visit_)
            lookForOther();
    });
}

} // namespace kiosk::visit
