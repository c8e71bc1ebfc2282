// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "tests/bench/finger.h"
#include "tests/bench/kiosk_process.h"
#include "tests/machine/seats/seat.h"

namespace kiosk::machine {

/// A kiosk that the bench starts itself, on a window; its finger is the X server's. Needs DISPLAY.
class WindowSeat final : public Seat {
public:
    struct Options {
        std::filesystem::path root;     ///< of the repository: assets
        std::filesystem::path programs; ///< folder of the kiosk
        std::filesystem::path out;      ///< pictures, logs and state
    };
    explicit WindowSeat(Options options) : options_(std::move(options)) {}

    std::filesystem::path sandboxFolder() const override { return options_.out / "sandbox"; }
    Result<> begin(const Surroundings& surroundings) override;
    bench::Glance look() const override { return kiosk_->look(); }
    Result<> tap(int x, int y) override;
    std::optional<Result<>> happenToStaffCard(bench::Happening what) override;
    std::filesystem::path pictures() const override { return kiosk_->observations(); }
    void end() override { kiosk_->end(); }

private:
    Options options_;
    std::optional<bench::KioskProcess> kiosk_; ///< from begin() on
    std::optional<bench::Finger> finger_;      ///< from the first press on
};

} // namespace kiosk::machine
