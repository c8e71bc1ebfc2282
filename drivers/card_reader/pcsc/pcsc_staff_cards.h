// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "drivers/card_reader/pcsc/chip_link.h"
#include "drivers/card_reader/staff_cards.h"

namespace kiosk::drivers::pcsc {

/// Staff cards on a PC/SC reader. A card is asked for its number once: as long as it lies there it
/// is left without power.
class PcscStaffCards final : public StaffCards {
public:
    explicit PcscStaffCards(std::unique_ptr<ChipLink> link) : link_(std::move(link)) {}

    DeviceIdentity identity() const override;
    Result<> reset(std::stop_token stop) override;
    Result<std::optional<std::string>> look(std::stop_token stop) override;

private:
    std::unique_ptr<ChipLink> link_;
    std::optional<unsigned> asked_;     ///< ChipSeat::changes of the card asked last
    std::optional<std::string> number_; ///< what it said, if it has one
};

/// The first PC/SC reader whose name contains `name`; any, where it is empty. "reader.gone".
Result<std::unique_ptr<StaffCards>> openPcscStaffCards(const std::string& name);

} // namespace kiosk::drivers::pcsc
