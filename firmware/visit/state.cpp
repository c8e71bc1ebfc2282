// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/state.h"

namespace kiosk::visit {

KIOSK_COPIES(State);

} // namespace kiosk::visit
