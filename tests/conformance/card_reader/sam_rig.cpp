// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/card_reader/sam_rig.h"

#include <stdexcept>

namespace kiosk::tests {

void SamRig::failNextRead(drivers::CardTrouble trouble) {
    using drivers::CardTrouble;
    using Kind = SamFault::Kind;
    if (trouble == CardTrouble::removed)
        return model_.inject({.kind = Kind::cardLifted});
    if (trouble == CardTrouble::readFailed)
        return model_.inject({.kind = Kind::status, .status = 0x41});
    if (trouble == CardTrouble::damaged)
        return model_.inject({.kind = Kind::wrongRecord, .times = 2});
    if (trouble == CardTrouble::wrongKind)
        return model_.layOtherRadioCard();
    if (trouble == CardTrouble::refused)
        return model_.inject({.kind = Kind::status, .status = 0x31});
    throw std::invalid_argument("a rig cannot make this trouble");
}

} // namespace kiosk::tests
