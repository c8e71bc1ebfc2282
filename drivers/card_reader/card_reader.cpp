// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/card_reader.h"

#include "drivers/card_reader/card_trouble.h"

namespace kiosk::drivers {

Result<> checkSamNumber(CardReader& reader, std::string_view recorded) {
    if (recorded.empty())
        return {};
    const std::string number = TRY(reader.samNumber({}));
    if (number != recorded)
        return std::unexpected(asError(CardTrouble::otherSam, "it says " + number));
    return {};
}

} // namespace kiosk::drivers
