// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace kiosk {

/// What a thread of the kiosk is at, as a closed list: named when the kiosk ends there.
enum class Place : std::uint8_t {
    loop,   ///< the main thread: decisions and drawing
    worker, ///< another thread, in none of what follows
    cardReader,
    printer,
    receiptPrinter,
    camera,
    auxiliaries,
    codeScanner,
    staffCards
};
/// In the order of the enum; devices by the configuration's words.
inline constexpr std::array<std::string_view, 9> kPlaceNames{
    "loop",   "worker",      "cardReader",  "printer",   "receiptPrinter",
    "camera", "auxiliaries", "codeScanner", "staffCards"};

constexpr std::string_view name(Place place) {
    return kPlaceNames[static_cast<std::size_t>(place)];
}

/// While it lives, this thread is inside a call into that device's driver.
class At {
public:
    explicit At(Place place) : before_(std::exchange(current, place)) {}
    ~At() { current = before_; }
    At(const At&) = delete;
    At& operator=(const At&) = delete;

    /// Of the calling thread: `worker` where nobody said. Safe in a signal handler.
    static Place here() { return current; }

private:
    static inline thread_local Place current = Place::worker;
    Place before_;
};

} // namespace kiosk
