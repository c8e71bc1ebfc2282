// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/faults/site.h"
#include "tests/support/pty_board.h"
#include "tests/support/pty_device.h"
#include "tests/support/pty_sam_reader.h"
#include "tests/support/receipt_printer_model.h"

namespace kiosk::faults {

/// Sound devices on this machine's lines, each behind the driver that a kiosk in the street has.
struct Devices {
    tests::SamDeviceModel module;
    tests::PtySamReader reader{module};
    tests::ReceiptPrinterModel roll;
    tests::PtyDevice rollLine{[this](ByteView came) {
        roll.receive(came);
        return tests::LineReply{roll.send(4096)};
    }};
    tests::PtyBoard board;
    std::shared_ptr<void> more{}; ///< what a row adds, for as long as it lasts

    /// The kiosk has them.
    void addTo(Site& site) const {
        site.config["cardReader"] = {{"module", "sam-serial"}, {"at", reader.path().string()}};
        site.config["camera"] = {
            {"module", "picture-file"},
            {"at", KIOSK_SOURCE_DIR "/tests/golden/pictures/picture-images.png"}};
        site.config["receiptPrinter"] = {{"module", "escpos-serial"},
                                         {"at", rollLine.path().string() + ",38400"}};
        site.config["auxiliaries"] = {{"module", "serial-board"}, {"at", board.path().string()}};
    }
};

} // namespace kiosk::faults
