// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/conformance/kit/run.h"

namespace kiosk::tests {

/// "module.hosted": a supplier's module at `at` opens as a kiosk opens it, in a process of its own
/// behind walls, and says there what it says here. What it needs beyond them shows only so: the
/// other cases have it in their own process, with the hands that move its world.
/// `deviceClass` as kioskctl names it: "card-reader", "printer", "camera", "auxiliaries",
/// "code-reader".
ReadyCase hostedCase(std::string_view deviceClass, const std::string& at);

} // namespace kiosk::tests
