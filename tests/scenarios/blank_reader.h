// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/reading/reader.h"

namespace kiosk::bench {

/// Takes every file for a valid licence of so many white pages: where hundreds of prints are made
/// and what is on the paper does not matter.
std::unique_ptr<reading::Reader> blankReader(std::size_t pages);

} // namespace kiosk::bench
