// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/simulated/simulated_card_reader.h"

#include <utility>

namespace kiosk::drivers {

void SimulatedCardReader::lay(IdCard card) {
    const std::scoped_lock lock(mutex_);
    card_ = std::move(card);
    state_ = Card::laid;
}

void SimulatedCardReader::lift() {
    const std::scoped_lock lock(mutex_);
    forget();
}

void SimulatedCardReader::failNextRead(CardTrouble trouble) {
    const std::scoped_lock lock(mutex_);
    nextFailure_ = trouble;
}

void SimulatedCardReader::unplug() {
    const std::scoped_lock lock(mutex_);
    plug_ = Plug::out;
}

void SimulatedCardReader::plug() {
    const std::scoped_lock lock(mutex_);
    plug_ = Plug::in;
    if (state_ != Card::none)
        state_ = Card::laid; // a reader that lost its power has forgotten what it read
}

void SimulatedCardReader::exchange() {
    const std::scoped_lock lock(mutex_);
    forget();
    plug_ = Plug::in;
    ++number_;
}

std::string SimulatedCardReader::number() const {
    return "00.00-20260101-000000001-00000000" + std::to_string(number_);
}

DeviceIdentity SimulatedCardReader::identity() const {
    const std::scoped_lock lock(mutex_);
    return {.module = "card-simulated",
            .model = "Simulated card reader",
            .serial = number(),
            .firmware = "",
            .port = "simulated"};
}

CardReaderCapabilities SimulatedCardReader::capabilities() const {
    using enum IdCard::Layout;
    return {.layouts = {mainland, hkMacaoTaiwan, foreigner2017, foreigner2023},
            .tellsRemoval = true,
            .seesCardStay = true,
            .hasSecurityModule = true};
}

Result<> SimulatedCardReader::reset(std::stop_token stop) {
    const std::scoped_lock lock(mutex_);
    TRY(ready(stop));
    nextFailure_.reset();
    if (state_ != Card::none)
        state_ = Card::laid;
    return {};
}

Result<bool> SimulatedCardReader::findCard(std::stop_token stop) {
    const std::scoped_lock lock(mutex_);
    TRY(ready(stop));
    if (state_ == Card::laid)
        state_ = Card::found;
    return state_ == Card::found;
}

Result<IdCard> SimulatedCardReader::readCard(std::stop_token stop) {
    const std::scoped_lock lock(mutex_);
    TRY(ready(stop));
    if (state_ != Card::found)
        return std::unexpected(asError(CardTrouble::selectFailed));
    const auto failure = std::exchange(nextFailure_, std::nullopt);
    if (!failure) {
        state_ = Card::read;
        return card_;
    }
    state_ = Card::failed;
    if (failure == CardTrouble::removed)
        forget();
    return std::unexpected(asError(*failure));
}

Result<bool> SimulatedCardReader::cardStillThere(std::stop_token stop) {
    const std::scoped_lock lock(mutex_);
    TRY(ready(stop));
    return state_ == Card::read;
}

Result<std::string> SimulatedCardReader::samNumber(std::stop_token stop) {
    const std::scoped_lock lock(mutex_);
    TRY(ready(stop));
    return number();
}

Result<> SimulatedCardReader::ready(const std::stop_token& stop) const {
    if (stop.stop_requested())
        return std::unexpected(asError(CardTrouble::cancelled));
    if (plug_ == Plug::out)
        return std::unexpected(asError(CardTrouble::gone));
    return {};
}

void SimulatedCardReader::forget() {
    card_ = {};
    state_ = Card::none;
}

} // namespace kiosk::drivers
