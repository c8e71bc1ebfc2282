// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/result.h"

namespace kiosk::drivers::vendor::hosted {

/// What the process of a supplier's module may still do, for good, and whatever it starts: see the
/// system's programs and libraries, the module's own folder and the devices, of which alone it may
/// write any. It sees nothing of the kiosk's, makes no file, leaves no core dump with what it held,
/// is not looked into by others of its user, wins no rights. What its device may need stays: system
/// calls, sockets, its user. Error "process.no-walls" (technician).
Result<> raiseWalls(const std::string& module);

/// Ends this process as soon as the other end of `socket` is closed, whatever it is doing.
void endWith(int socket);

} // namespace kiosk::drivers::vendor::hosted
