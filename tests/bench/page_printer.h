// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "tests/bench/acts.h"
#include "tests/support/ippeveprinter.h"

namespace kiosk::bench {

/// What a happening does to the printer of sheets; nothing where it is none of its own. Its errors
/// are the printer's.
std::optional<Result<>> happenTo(tests::IppEvePrinter& printer, Happening what);

} // namespace kiosk::bench
