// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/seats/window_seat.h"

#include "tests/bench/staff_cards.h"
#include "tests/machine/devices/connected_camera.h"
#include "tests/machine/seats/patience.h"

namespace kiosk::machine {

Result<> WindowSeat::begin(const Surroundings& surroundings) {
    kiosk_.emplace(bench::KioskProcess::Options{.program = options_.programs / "kiosk",
                                                .assets = options_.root / "assets",
                                                .folder = options_.out / "kiosk",
                                                .regionsFile = surroundings.regionsFile,
                                                .trust = surroundings.trust,
                                                .printerUri = surroundings.printerUri,
                                                .cameraPath = ConnectedCamera::kPath,
                                                .receiptPrinter = "escpos-usb",
                                                .widthPx = kWidthPx,
                                                .fileTime = kFileTime});
    return kiosk_->start();
}

Result<> WindowSeat::tap(int x, int y) {
    if (!finger_)
        finger_ = TRY(bench::Finger::open(kHold));
    finger_->tap(x, y);
    return {};
}

std::optional<Result<>> WindowSeat::happenToStaffCard(bench::Happening what) {
    return bench::happenToStaffCard(kiosk_->folder(), what);
}

} // namespace kiosk::machine
