// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/visit_event.h"

namespace kiosk::visit {

KIOSK_COPIES(Touch);

} // namespace kiosk::visit
