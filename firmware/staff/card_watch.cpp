// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/card_watch.h"

#include <utility>

#include "firmware/base/log.h"

namespace kiosk::staff {

namespace {

constexpr std::chrono::milliseconds kBetweenLooks{1000};

} // namespace

CardWatch::CardWatch(StaffPlace& place, std::function<bool()> isAway, Tell tell)
    : place_(place), isAway_(std::move(isAway)), tell_(std::move(tell)) {}

void CardWatch::begin() {
    look();
}

void CardWatch::look() {
    if (place_.nobodyServed() && !looking_.exchange(true))
        lookNow();
    place_.at.loop.after(kBetweenLooks, [this] { look(); });
}

/// The loop hears of cards that come and go, not of each look.
void CardWatch::lookNow() {
    place_.worker.submit([this](const std::stop_token& stop) {
        const auto number =
            place_.cards.use(stop, &drivers::StaffCards::look).value_or(std::nullopt);
        looking_ = false;
        if (number != std::exchange(lying_, number))
            place_.at.loop.post([this, number] { seen(number); });
    });
}

void CardWatch::seen(const std::optional<std::string>& number) {
    if (number && isAway_())
        askGate(*number);
}

void CardWatch::askGate(const std::string& number) {
    place_.worker.submit([this, number](const std::stop_token&) {
        const auto card = Gate(place_.state, place_.at.clock).cardLaid(number);
        place_.at.loop.post([this, card] {
            if (!place_.nobodyServed())
                return; // somebody began meanwhile
            if (!card)
                return tell_(event::CardUnread{card.error()});
            if (*card)
                return tell_(event::CardKnown{**card});
            log::info("staff", "a card that is not on the register");
        });
    });
}

} // namespace kiosk::staff
