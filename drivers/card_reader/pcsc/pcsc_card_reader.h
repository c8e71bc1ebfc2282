// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/pcsc/chip_link.h"
#include "drivers/card_reader/pcsc/codec/apdu.h"

namespace kiosk::drivers::pcsc {

/// Contact cards behind a PC/SC reader: reads the public part of social security cards. Nobody
/// vouches for what such a card says: a copy of it reads the same.
class PcscCardReader final : public CardReader {
public:
    explicit PcscCardReader(std::unique_ptr<ChipLink> link) : link_(std::move(link)) {}

    DeviceIdentity identity() const override;
    CardReaderCapabilities capabilities() const override;
    Result<> check(std::stop_token stop) override;
    Result<> reset(std::stop_token stop) override;
    Result<bool> findCard(std::stop_token stop) override;
    Result<IdCard> readCard(std::stop_token stop) override;
    Result<bool> cardStillThere(std::stop_token stop) override;
    Result<std::string> samNumber(std::stop_token stop) override;

private:
    Result<ChipSeat> look(const std::stop_token& stop);
    Result<IdCard> readWhole(const std::stop_token& stop);
    /// One record, whatever way the card has of delivering it.
    Result<Bytes> record(std::uint8_t number, const std::stop_token& stop);
    /// A command that must be carried out; `otherwise` is what it means when it is not.
    Result<Bytes> carryOut(ByteView command, CardTrouble otherwise, const std::stop_token& stop);
    /// The reply as it comes, status and all.
    Result<Bytes> exchange(ByteView command, const std::stop_token& stop);

    std::unique_ptr<ChipLink> link_;
    unsigned dealtWith_ = 0;   ///< ChipSeat::changes of the card read last, well or badly
    bool hasDealt_ = false;    ///< whether there was one
    bool lastWasGood_ = false; ///< and it was read
};

/// The first PC/SC reader whose name contains `name`; any, where it is empty.
Result<std::unique_ptr<CardReader>> openPcsc(const std::string& name);

} // namespace kiosk::drivers::pcsc
