// SPDX-License-Identifier: Apache-2.0
#include "firmware/authority/authority.h"

namespace kiosk::authority {

std::string_view name(CopyRecord::State state) {
    switch (state) {
    case CopyRecord::State::reserved:
        return "reserved";
    case CopyRecord::State::printed:
        return "printed";
    case CopyRecord::State::voided:
        return "voided";
    case CopyRecord::State::unknown:
        return "unknown";
    }
    return "unknown";
}

} // namespace kiosk::authority
