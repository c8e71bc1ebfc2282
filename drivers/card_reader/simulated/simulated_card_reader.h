// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/card_trouble.h"

namespace kiosk::drivers {

/// A card reader without a wire, for the bench and for scenarios. Behaves as a real one towards the
/// citizen: a card is found once, and after a read, good or bad, it must be lifted first.
///
/// Thread-safe: the bench lays and lifts while a worker reads.
class SimulatedCardReader final : public CardReader {
public:
    /// Lays a card on the reader, in place of one that lay there.
    void lay(IdCard card);
    void lift();
    /// The next readCard() reports this; `removed` also takes the card away.
    void failNextRead(CardTrouble trouble);
    /// From now on every call reports "reader.gone", until plug().
    void unplug();
    void plug();
    /// Another one is plugged in, in its place and without its card.
    void exchange();

    DeviceIdentity identity() const override;
    CardReaderCapabilities capabilities() const override;
    Result<> reset(std::stop_token stop) override;
    Result<bool> findCard(std::stop_token stop) override;
    Result<IdCard> readCard(std::stop_token stop) override;
    Result<bool> cardStillThere(std::stop_token stop) override;
    Result<std::string> samNumber(std::stop_token stop) override;

private:
    enum class Plug { in, out };
    /// What this reader knows of the card that lies on it.
    enum class Card { none, laid, found, read, failed };

    Result<> ready(const std::stop_token& stop) const;
    void forget();
    std::string number() const; ///< of the one that stands there

    mutable std::mutex mutex_; ///< guards everything below
    Plug plug_ = Plug::in;
    int number_ = 1; ///< which of them stands there
    Card state_ = Card::none;
    IdCard card_;
    std::optional<CardTrouble> nextFailure_;
};

} // namespace kiosk::drivers
