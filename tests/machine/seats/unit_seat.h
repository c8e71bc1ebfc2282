// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "tests/machine/devices/touch_glass.h"
#include "tests/machine/seats/seat.h"

namespace kiosk::machine {

/// The kiosk that a disk image starts by itself: its own unit, within its own walls, on the bare
/// screen. The bench, itself a unit before it, lays out the site on the data partition, says that
/// it is ready, and finds what the screen shows where the unit was told to write it
/// (tests/image/bench/kiosk.conf). Its finger is a touch glass of the kernel's.
class UnitSeat final : public Seat {
public:
    std::filesystem::path sandboxFolder() const override;
    Result<> begin(const Surroundings& surroundings) override;
    bench::Glance look() const override;
    Result<> tap(int x, int y) override;
    std::optional<Result<>> happenToStaffCard(bench::Happening what) override;
    std::filesystem::path pictures() const override;
    /// It goes on until power goes.
    void end() override {}

private:
    std::optional<TouchGlass> glass_; ///< from begin() on
};

} // namespace kiosk::machine
