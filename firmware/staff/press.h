// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/staff/machine.h"

namespace kiosk::staff {

/// The staff's key that was pressed; null for every other event.
inline const visit::touch::Staff* pressOf(const Event& event) {
    const auto* touched = std::get_if<visit::Touch>(&event);
    return touched == nullptr ? nullptr : std::get_if<visit::touch::Staff>(touched);
}

} // namespace kiosk::staff
