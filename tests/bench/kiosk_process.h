// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "tests/bench/glance.h"
#include "tests/support/child_process.h"

namespace kiosk::bench {

/// A kiosk of its own: the real program on a real window, configured for the bench and observed
/// through what it writes (firmware/app/observer.h).
class KioskProcess {
public:
    struct Options {
        std::filesystem::path program;
        std::filesystem::path assets;
        std::filesystem::path folder; ///< configuration, state, observations and log of this kiosk
        std::filesystem::path regionsFile; ///< as the sandbox wrote it
        std::filesystem::path trust;
        std::string printerUri;
        std::string cameraPath;
        std::string receiptPrinter{};     ///< its module; empty: there is none
        int widthPx = 1080;               ///< of a board of this size; fewer are cheaper to draw
        double scale = 1;                 ///< of the window
        int left = 0;                     ///< where it stands, in pixels
        std::chrono::seconds fileTime{5}; ///< what a question to a licence file may cost
    };

    explicit KioskProcess(Options options) : options_(std::move(options)) {}

    /// Starts it and waits until its first screen is drawn. Error "bench.kiosk-silent" (technician)
    /// with the last line of its log.
    Result<> start();
    void kill();
    /// As by a fault of its own, and until it has ended.
    void crash();
    void end();
    bool running() { return process_.running(); }

    Glance look() const;
    std::string lastWords() const; ///< the last line of its log
    const std::filesystem::path& folder() const { return options_.folder; }
    std::filesystem::path observations() const { return options_.folder / "observed"; }

private:
    Result<> writeConfig() const;
    std::filesystem::path log() const { return options_.folder / "kiosk.log"; }

    Options options_;
    tests::ChildProcess process_;
};

} // namespace kiosk::bench
