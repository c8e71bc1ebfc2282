// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/card_reader.h"
#include "tests/bench/stage.h"

namespace kiosk::bench {

/// The ID card of an invented person of the sandbox's seed, by name, in the layout that goes with
/// the person's certificate and number. Birth date and sex follow from the number, as on a real
/// card. Error "bench.unknown-person" (configuration).
Result<drivers::IdCard> cardOf(const std::string& name, Stage::Card state = Stage::Card::valid);

} // namespace kiosk::bench
