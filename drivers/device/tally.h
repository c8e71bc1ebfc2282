// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "drivers/device/device.h"

namespace kiosk::drivers {

/// All that is counted of a device over its life in this kiosk, for whoever has to say when it
/// wears out. Coarse on purpose: nothing here tells one visit from another.
enum class Count {
    /// It was opened and answered: at a start, plugged in anew, after a failure.
    openings,
    /// What it is there for: cards that a reader read whole, documents that a printer took,
    /// pictures of a camera, changes that a cabinet told, codes, staff cards that were laid.
    uses,
    /// Of the documents that a printer took, by what they were to have. How many came out the
    /// printer's own counter says, where it has one.
    sheets,
    /// It had answered, and then had to be reset or opened anew. However long it stays away, and
    /// however often it is tried meanwhile, that is one.
    failures,
};
inline constexpr std::size_t kCounts = 4;
inline constexpr std::array<std::string_view, kCounts> kCountNames{"openings", "uses", "sheets",
                                                                   "failures"};
constexpr std::string_view name(Count count) {
    return kCountNames[static_cast<std::size_t>(count)];
}

/// One number for each count; none ever falls.
class Counts {
public:
    constexpr std::int64_t& operator[](Count count) { return of_[static_cast<std::size_t>(count)]; }
    constexpr std::int64_t operator[](Count count) const {
        return of_[static_cast<std::size_t>(count)];
    }
    bool operator==(const Counts&) const = default;

private:
    std::array<std::int64_t, kCounts> of_{};
};

/// Whoever keeps the counts of one place where a device may be. Told on the device's worker thread,
/// as often as a camera takes pictures: returns at once.
class Tally {
public:
    virtual ~Tally() = default;
    /// Opened and answered, and counted as that. Another device than before has counts of its own.
    virtual void opened(const DeviceIdentity& device) = 0;
    virtual void count(Count what, int more) = 0;
};

} // namespace kiosk::drivers
