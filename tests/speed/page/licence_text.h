// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace kiosk::speed {

/// 31 lines of 34 characters, as the terms on a licence's back: no person, no office.
std::vector<std::u32string> licenceLines();

} // namespace kiosk::speed
