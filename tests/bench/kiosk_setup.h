// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace kiosk::bench {

/// What a kiosk of the bench is told about itself and what stands around it.
struct KioskSetup {
    std::filesystem::path assets;
    std::filesystem::path state;
    std::filesystem::path staffCards;  ///< the file that stands for a reader of staff cards
    std::string staffRegister{};       ///< as the configuration names it; empty: the state's own
    std::filesystem::path regionsFile; ///< as the sandbox wrote it
    std::filesystem::path trust;
    std::string printerUri;
    std::string cameraPath;
    std::string receiptPrinter;       ///< its module; empty: there is none
    int widthPx = 1080;               ///< of a board of this size; fewer are cheaper to draw
    std::chrono::seconds fileTime{5}; ///< what a question to a licence file may cost
};

/// The same as the configuration that `kiosk --config` reads.
std::string configurationOf(const KioskSetup& setup);

} // namespace kiosk::bench
