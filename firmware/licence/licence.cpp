// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/licence.h"

namespace kiosk {

std::string_view name(LicenceState state) {
    switch (state) {
    case LicenceState::valid:
        return "valid";
    case LicenceState::suspended:
        return "suspended";
    case LicenceState::withdrawn:
        return "withdrawn";
    case LicenceState::cancelled:
        return "cancelled";
    case LicenceState::revoked:
        return "revoked";
    case LicenceState::expired:
        return "expired";
    case LicenceState::superseded:
        return "superseded";
    case LicenceState::unknown:
        return "unknown";
    }
    return "unknown";
}

} // namespace kiosk
