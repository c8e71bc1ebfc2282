// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/error.h"

namespace kiosk::drivers {

/// Everything a card reader can report, as a closed list: drivers decide on these, and the table
/// behind asError() turns each into the same code, kind and remedy whatever the reader.
enum class CardTrouble {
    removed,          ///< "card.removed"
    readFailed,       ///< "card.read-failed"
    selectFailed,     ///< "card.select-failed"
    wrongKind,        ///< "card.wrong-kind": some other radio card
    damaged,          ///< "card.damaged": the record was wrong twice
    layoutUnknown,    ///< "card.layout-unknown"
    refused,          ///< "card.refused": card and module do not accept each other
    gone,             ///< "reader.gone"
    silent,           ///< "reader.silent"
    garbled,          ///< "reader.garbled": no whole frame twice
    selfTest,         ///< "reader.self-test"
    notAuthorised,    ///< "reader.not-authorised"
    otherSam,         ///< "reader.other-sam": not the security module on the kiosk's record
    unexpectedStatus, ///< "reader.unexpected-status": our mistake, or a module unknown to us
    cancelled,        ///< "reader.cancelled": we asked it to stop
};

/// `detail` is for technicians and never holds anything read from a card.
Error asError(CardTrouble trouble, std::string_view detail = {});

} // namespace kiosk::drivers
