// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "drivers/vendor/vendor_module.h"

namespace kiosk::tests {

/// The example's module in a process of its own that has the hands too. Ends the program where it
/// cannot be started.
std::shared_ptr<const drivers::vendor::Module> riggedExample();

} // namespace kiosk::tests
