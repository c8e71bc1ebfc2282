// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/command.h"

namespace kiosk::visit {

KIOSK_COPIES(Command);

} // namespace kiosk::visit
