// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <kiosk_rig.h>

#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/card_trouble.h"

namespace kiosk::tests {

/// A card as a module's hands lay it.
kiosk_id_card toVendor(const drivers::IdCard& card);
/// KIOSK_TROUBLE_…; NotOffered for a trouble that the hands of a module do not make.
std::int32_t toVendor(drivers::CardTrouble trouble);

} // namespace kiosk::tests
