// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/card_trouble.h"

namespace kiosk::drivers {

Error asError(CardTrouble trouble, std::string_view detail) {
    switch (trouble) {
    case CardTrouble::removed:
        return {ErrorKind::unavailable, "card.removed", Remedy::citizenAgain, detail};
    case CardTrouble::readFailed:
        return {ErrorKind::unavailable, "card.read-failed", Remedy::citizenAgain, detail};
    case CardTrouble::selectFailed:
        return {ErrorKind::unavailable, "card.select-failed", Remedy::citizenAgain, detail};
    case CardTrouble::wrongKind:
        return {ErrorKind::unsupported, "card.wrong-kind", Remedy::citizenAgain, detail};
    case CardTrouble::damaged:
        return {ErrorKind::integrity, "card.damaged", Remedy::citizenAgain, detail};
    case CardTrouble::layoutUnknown:
        return {ErrorKind::unsupported, "card.layout-unknown", Remedy::attendant, detail};
    case CardTrouble::refused:
        return {ErrorKind::refused, "card.refused", Remedy::attendant, detail};
    case CardTrouble::gone:
        return {ErrorKind::notFound, "reader.gone", Remedy::technician, detail};
    case CardTrouble::silent:
        return {ErrorKind::timedOut, "reader.silent", Remedy::technician, detail};
    case CardTrouble::garbled:
        return {ErrorKind::malformed, "reader.garbled", Remedy::technician, detail};
    case CardTrouble::selfTest:
        return {ErrorKind::device, "reader.self-test", Remedy::technician, detail};
    case CardTrouble::notAuthorised:
        return {ErrorKind::device, "reader.not-authorised", Remedy::technician, detail};
    case CardTrouble::otherSam:
        return {ErrorKind::integrity, "reader.other-sam", Remedy::technician, detail};
    case CardTrouble::unexpectedStatus:
        return {ErrorKind::device, "reader.unexpected-status", Remedy::supplier, detail};
    case CardTrouble::cancelled:
        return {ErrorKind::cancelled, "reader.cancelled", Remedy::wait, detail};
    }
    return {ErrorKind::device, "reader.unexpected-status", Remedy::supplier, detail};
}

} // namespace kiosk::drivers
