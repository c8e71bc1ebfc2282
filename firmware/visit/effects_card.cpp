// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/effects.h"

namespace kiosk::visit {

namespace {

/// The protocol asks for at least this long between two looks.
constexpr std::chrono::milliseconds kBetweenLooksForCard{300};

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

} // namespace kiosk::visit
