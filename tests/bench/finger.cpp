// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/finger.h"

#include <thread>

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

namespace kiosk::bench {

namespace {

// The kiosk's press filter: at least 40 ms down, at least 500 ms between two that count.
constexpr std::chrono::milliseconds kPause{560};

} // namespace

struct Finger::Hand {
    Display* display = nullptr;
    std::chrono::steady_clock::time_point lastTap{};

    ~Hand() {
        if (display != nullptr)
            XCloseDisplay(display);
    }
};

Finger::Finger(std::unique_ptr<Hand> hand, std::chrono::milliseconds hold)
    : hand_(std::move(hand)), hold_(hold) {}
Finger::~Finger() = default;
Finger::Finger(Finger&&) noexcept = default;
Finger& Finger::operator=(Finger&&) noexcept = default;

Result<Finger> Finger::open(std::chrono::milliseconds hold) {
    auto hand = std::make_unique<Hand>();
    hand->display = XOpenDisplay(nullptr);
    if (hand->display == nullptr)
        return fail(ErrorKind::unavailable, "bench.no-display", Remedy::configuration,
                    "no X server answers at DISPLAY");
    return Finger(std::move(hand), hold);
}

void Finger::tap(int x, int y) {
    std::this_thread::sleep_until(hand_->lastTap + kPause);
    XTestFakeMotionEvent(hand_->display, -1, x, y, CurrentTime);
    XTestFakeButtonEvent(hand_->display, Button1, True, CurrentTime);
    XFlush(hand_->display);
    std::this_thread::sleep_for(hold_);
    XTestFakeButtonEvent(hand_->display, Button1, False, CurrentTime);
    XFlush(hand_->display);
    hand_->lastTap = std::chrono::steady_clock::now();
}

} // namespace kiosk::bench
