// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/pcsc/pcsc_staff_cards.h"

#include "drivers/card_reader/pcsc/staff_card.h"

namespace kiosk::drivers::pcsc {

DeviceIdentity PcscStaffCards::identity() const {
    return {.module = "pcsc",
            .model = link_->readerName(),
            .serial = "",
            .firmware = "",
            .port = link_->readerName()};
}

Result<> PcscStaffCards::reset(std::stop_token stop) {
    link_->disconnect();
    asked_.reset();
    TRY(look(std::move(stop)));
    return {};
}

Result<std::optional<std::string>> PcscStaffCards::look(std::stop_token stop) {
    if (stop.stop_requested())
        return std::unexpected(asError(CardTrouble::cancelled));
    const auto seat = link_->look();
    if (!seat)
        return std::unexpected(asError(seat.error(), "looking for a staff card"));
    if (!seat->present) {
        asked_.reset();
        return std::nullopt;
    }
    if (asked_ == seat->changes)
        return number_;
    auto number = readStaffCard(*link_);
    if (!number && losesDevice(number.error()))
        return std::unexpected(number.error());
    asked_ = seat->changes;
    number_ = number ? std::optional(std::move(*number)) : std::nullopt;
    return number_;
}

Result<std::unique_ptr<StaffCards>> openPcscStaffCards(const std::string& name) {
    return std::make_unique<PcscStaffCards>(TRY(openChipLink(name)));
}

} // namespace kiosk::drivers::pcsc
