// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/base/result.h"

namespace kiosk::bench {

/// A finger on the kiosk's real window: presses through the X server, so that a touch takes the way
/// a person's takes. Needs DISPLAY; error "bench.no-display" (configuration).
class Finger {
public:
    static Result<Finger> open();
    ~Finger();
    Finger(Finger&&) noexcept;
    Finger& operator=(Finger&&) noexcept;

    /// Presses and lets go at this place of the screen, in pixels; waits as long as a person would,
    /// so that the kiosk's press filter lets it count.
    void tap(int x, int y);

private:
    struct Hand;
    explicit Finger(std::unique_ptr<Hand> hand);
    std::unique_ptr<Hand> hand_;
};

} // namespace kiosk::bench
