// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/error.h"

namespace kiosk::drivers {

/// Everything auxiliaries can report, as a closed list: each has the same code, kind and remedy
/// whatever the module.
enum class AuxiliariesTrouble {
    gone,        ///< "auxiliaries.gone"
    silent,      ///< "auxiliaries.silent"
    restarted,   ///< "auxiliaries.restarted": by itself, so that nothing known of it holds any more
    garbled,     ///< "auxiliaries.garbled"
    refused,     ///< "auxiliaries.refused": understood, and answered no
    noSuchLight, ///< "auxiliaries.no-such-light"
    cancelled,   ///< "auxiliaries.cancelled": we asked it to stop
};

/// `detail` is for technicians.
Error asError(AuxiliariesTrouble trouble, std::string_view detail = {});

} // namespace kiosk::drivers
