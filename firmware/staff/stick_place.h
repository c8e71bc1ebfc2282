// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "firmware/base/worker.h"
#include "firmware/stick/asking.h"

namespace kiosk::staff {

/// How staff mode reaches what may touch a stick.
struct StickPlace {
    Worker& worker; ///< for nothing else: an errand takes as long as a stick
    /// A wire to the desk (firmware/stick/desk.h) for one wish; on the worker.
    std::function<Result<stick::Wire>()> connect;
    stick::UpdateFolder updates; ///< where a bundle is put
};

} // namespace kiosk::staff
