// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>

#include "firmware/base/result.h"

namespace kiosk::bench {

/// A finger on the kiosk's real window: presses through the X server, so that a touch takes the way
/// a person's takes. Needs DISPLAY; error "bench.no-display" (configuration).
class Finger {
public:
    /// `hold`: how long it presses; longer where the kiosk looks at its window seldom.
    static Result<Finger> open(std::chrono::milliseconds hold = std::chrono::milliseconds(80));
    ~Finger();
    Finger(Finger&&) noexcept;
    Finger& operator=(Finger&&) noexcept;

    /// Presses and lets go at this place of the screen, in pixels; waits as long as a person would,
    /// so that the kiosk's press filter lets it count.
    void tap(int x, int y);

private:
    struct Hand;
    Finger(std::unique_ptr<Hand> hand, std::chrono::milliseconds hold);
    std::unique_ptr<Hand> hand_;
    std::chrono::milliseconds hold_;
};

} // namespace kiosk::bench
