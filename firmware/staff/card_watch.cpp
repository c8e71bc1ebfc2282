// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/card_watch.h"

#include <utility>

#include "firmware/base/log.h"

namespace kiosk::staff {

namespace {

constexpr std::chrono::milliseconds kBetweenLooks{1000};

/// No PIN is asked beside a visit: others would see it typed, and the person in front has to agree.
/// A card whose PIN somebody has tried in vain is believed no more than at the start screen.
Result<Role> roleOf(const Result<std::optional<KnownCard>>& card) {
    if (!card)
        return std::unexpected(card.error());
    if (!*card)
        return fail(ErrorKind::notFound, "staff.card-unknown", Remedy::technician);
    if ((*card)->lockedFor.count() > 0)
        return fail(ErrorKind::refused, "staff.card-locked", Remedy::wait);
    return (*card)->role;
}

} // namespace

CardWatch::CardWatch(StaffPlace& place, std::function<bool()> isAway, Tell tell)
    : place_(place), isAway_(std::move(isAway)), tell_(std::move(tell)) {}

void CardWatch::begin() {
    look();
}

void CardWatch::look() {
    if (!looking_.exchange(true))
        lookNow();
    place_.at.loop.after(kBetweenLooks, [this] { look(); });
}

/// The loop hears of cards that come and go, not of each look.
void CardWatch::lookNow() {
    place_.worker.submit([this](const std::stop_token& stop) {
        const auto number =
            place_.cards.use(stop, &drivers::StaffCards::look).value_or(std::nullopt);
        looking_ = false;
        if (number == std::exchange(lying_, number))
            return;
        if (number)
            place_.cards.count(drivers::Count::uses, 1);
        place_.at.loop.post([this, number] { seen(number); });
    });
}

void CardWatch::seen(const std::optional<std::string>& number) {
    const bool opens = place_.isCalled() || (place_.nobodyServed() && isAway_());
    if (number && opens)
        askGate(*number);
}

void CardWatch::askGate(const std::string& number) {
    place_.worker.submit([this, number](const std::stop_token&) {
        const auto card = gateOf(place_).cardLaid(number);
        place_.at.loop.post([this, card] { judged(card); });
    });
}

void CardWatch::judged(const Result<std::optional<KnownCard>>& card) {
    if (place_.isCalled())
        return place_.comes(roleOf(card));
    if (!place_.nobodyServed())
        return; // somebody began meanwhile
    if (!card)
        return tell_(event::CardUnread{card.error()});
    if (*card)
        return tell_(event::CardKnown{**card});
    log::tell<"staff.card-unknown">();
}

} // namespace kiosk::staff
