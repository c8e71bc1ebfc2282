// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/machine.h"

namespace kiosk::staff {

KIOSK_COPIES(State);
KIOSK_COPIES(Event);
KIOSK_COPIES(Command);

} // namespace kiosk::staff
