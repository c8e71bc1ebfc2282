// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/printer/escpos/codec/dots.h"
#include "drivers/printer/escpos/codec/status.h"

/// The few ESC/POS commands a slip needs, as bytes. No text is ever sent: which characters a
/// printer has, and in which code page, differs from one to the next; our slips are pictures.
namespace kiosk::drivers::escpos {

Bytes askStatus(StatusPart part); ///< DLE EOT n: answered at once, whatever the printer does

/// As after power-on (ESC @), no Chinese mode (FS .), which takes pairs of bytes for characters,
/// and no status unasked (GS a 0).
Bytes prepare();

/// `rows` rows from `first` on as one picture (GS v 0), as wide as there is black in them. No two
/// bytes of it look like a real-time command, which printers obey in the midst of a picture too:
/// there one dot more is black.
Bytes band(const Dots& dots, std::size_t first, std::size_t rows);

Bytes cut();        ///< feeds the last row past the knife and cuts all but a point (GS V 66 0)
Bytes askDone();    ///< GS r 1: answered when everything before it has been carried out
Bytes forgetAll();  ///< DLE DC4 8: what was received and not printed is thrown away
Bytes recoverAll(); ///< DLE ENQ 2: likewise, and goes on after an error that has been mended

} // namespace kiosk::drivers::escpos
