// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "tests/bench/acts.h"
#include "tests/bench/glance.h"

namespace kiosk::machine {

/// What stands around a kiosk in the guest, by what its configuration names.
struct Surroundings {
    std::filesystem::path regionsFile; ///< as the sandbox wrote it
    std::filesystem::path trust;
    std::string printerUri;
};

/// The kiosk of a play, with its glass: who starts it, where it is looked at, and how it is
/// pressed.
class Seat {
public:
    /// Of the glass every seat has, a quarter of a cabinet's pixels: each is drawn by a processor
    /// that is itself played.
    static constexpr int kWidthPx = 540;
    static constexpr int kHeightPx = 960;
    static constexpr double kPixelsPerMm = 102 / 25.4 / 2;

    virtual ~Seat() = default;
    /// Where the sandbox keeps what the configuration names: the kiosk of this seat can read it.
    virtual std::filesystem::path sandboxFolder() const = 0;
    /// Sets the kiosk up in these surroundings, lets it start and waits for its first screen. Error
    /// "bench.kiosk-silent" (technician).
    virtual Result<> begin(const Surroundings& surroundings) = 0;
    virtual bench::Glance look() const = 0;
    /// A finger presses and lets go, in pixels.
    virtual Result<> tap(int x, int y) = 0;
    /// Nothing where it does not happen to staff cards.
    virtual std::optional<Result<>> happenToStaffCard(bench::Happening what) = 0;
    /// Of every screen that was left.
    virtual std::filesystem::path pictures() const = 0;
    virtual void end() = 0;
};

} // namespace kiosk::machine
