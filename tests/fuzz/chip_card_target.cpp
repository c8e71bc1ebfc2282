// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/pcsc/codec/apdu.h"
#include "drivers/card_reader/pcsc/codec/social_security.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using namespace kiosk::drivers::pcsc;

/// Replies of a chip card, one after another, each after a byte that says how long it is: those of
/// the records that are read, in their order.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ByteReader rest(fuzz::input(data, size));
    std::array<ByteView, kSocialSecurityItems.size()> values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto length = rest.u8();
        const auto bytes = length ? rest.take(std::min<std::size_t>(*length, rest.remaining()))
                                  : Result<ByteView>(ByteView());
        const auto reply = decodeReply(*bytes);
        if (!reply)
            return 0;
        const auto value = valueOf(reply->data, kSocialSecurityItems[i].tag);
        if (!value)
            return 0;
        values[i] = *value;
    }
    if (const auto card = decodeSocialSecurity(values))
        fuzz::expectAlways(card->number.size() == 18 && !card->name.empty());
    return 0;
}
