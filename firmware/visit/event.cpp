// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/event.h"

namespace kiosk::visit {

KIOSK_COPIES(Event);

} // namespace kiosk::visit
