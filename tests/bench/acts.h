// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace kiosk::bench {

/// What can happen to the world around a kiosk and is told whole by its name.
enum class Happening {
    cardLifted,
    paperOut,
    paperLoaded,
    paperJammed,
    jamCleared,
    coverOpened,
    coverClosed,
    tonerLow,
    tonerOut,
    tonerFull,
    printerCablePulled,
    printerCablePlugged,
    printerPowerOff,
    printerPowerOn,
    printerExchanged,
    rollOut,
    rollLoaded,
    rollCoverOpened,
    rollCoverClosed,
    receiptPrinterOff,
    receiptPrinterOn,
    readerUnplugged,
    readerPlugged,
    readerExchanged,
    cameraUnplugged,
    cameraPlugged,
    cameraCovered,
    cameraGlare,
    cameraClear,
    doorOpened,
    doorClosed,
    tampered,
    tamperPutBack,
    mainsLost,
    batteryLow,
    mainsBack,
    headsetPlugged,
    headsetPulled,
    callKeyPressed,
    attendantCardLaid,
    technicianCardLaid,
    supervisorCardLaid,
    staffCardLifted,
    networkCut,
    networkConnected,
    kioskKilled,
    kioskCrashed,
    kioskStarted,
};

/// A happening as scenario files and the panel name it. A row in the table behind acts() is a word
/// and a button; what it does stands in each stage.
struct Act {
    Happening what;
    std::string_view word;   ///< of a step: "paper" …
    std::string_view how;    ///< … and its value: "out"; empty where the value is true
    std::string_view group;  ///< of the panel's buttons
    std::string_view button; ///< what stands on it
};

/// In the panel's order, a group's acts together.
std::span<const Act> acts();

/// The act of this step, or null.
const Act* actNamed(std::string_view word, std::string_view how);

/// The row of a happening: every one has one.
const Act& actOf(Happening what);

} // namespace kiosk::bench
