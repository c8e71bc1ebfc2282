// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/pcsc/staff_card.h"

#include <algorithm>
#include <array>

#include "drivers/card_reader/pcsc/codec/apdu.h"
#include "drivers/card_reader/pcsc/pcsc_link.h"

namespace kiosk::drivers::pcsc {

namespace {

constexpr std::array<std::size_t, 3> kNumberSizes{4, 7, 10};

Result<std::string> numberOf(ByteView bytes) {
    const ChipReply reply = TRY(decodeReply(bytes));
    if (reply.status != kStatusDone ||
        std::ranges::find(kNumberSizes, reply.data.size()) == kNumberSizes.end())
        return std::unexpected(asError(CardTrouble::wrongKind, "no number of its own"));
    return toHex(reply.data);
}

} // namespace

Result<std::string> readStaffCard(ChipLink& link) {
    const auto seat = link.look();
    if (!seat)
        return std::unexpected(asError(seat.error(), "looking for a staff card"));
    if (!seat->present)
        return fail(ErrorKind::notFound, "card.none", Remedy::citizenAgain);
    if (const auto powered = link.connect(); !powered)
        return std::unexpected(asError(powered.error(), "powering a staff card"));
    const auto reply = link.transmit(getCardNumber());
    link.disconnect();
    if (!reply)
        return std::unexpected(asError(reply.error(), "asking a staff card"));
    return numberOf(*reply);
}

Result<std::unique_ptr<ChipLink>> openChipLink(const std::string& name) {
    return TRY(PcscLink::open(name));
}

} // namespace kiosk::drivers::pcsc
