// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/auxiliaries_trouble.h"

namespace kiosk::drivers {

Error asError(AuxiliariesTrouble trouble, std::string_view detail) {
    switch (trouble) {
    case AuxiliariesTrouble::gone:
        return {ErrorKind::notFound, "auxiliaries.gone", Remedy::technician, detail};
    case AuxiliariesTrouble::silent:
        return {ErrorKind::timedOut, "auxiliaries.silent", Remedy::technician, detail};
    case AuxiliariesTrouble::restarted:
        return {ErrorKind::device, "auxiliaries.restarted", Remedy::technician, detail};
    case AuxiliariesTrouble::garbled:
        return {ErrorKind::malformed, "auxiliaries.garbled", Remedy::technician, detail};
    case AuxiliariesTrouble::refused:
        return {ErrorKind::refused, "auxiliaries.refused", Remedy::supplier, detail};
    case AuxiliariesTrouble::noSuchLight:
        return {ErrorKind::configuration, "auxiliaries.no-such-light", Remedy::configuration,
                detail};
    case AuxiliariesTrouble::cancelled:
        return {ErrorKind::cancelled, "auxiliaries.cancelled", Remedy::wait, detail};
    }
    return {ErrorKind::malformed, "auxiliaries.garbled", Remedy::technician, detail};
}

} // namespace kiosk::drivers
