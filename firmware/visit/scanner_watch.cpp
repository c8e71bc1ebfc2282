// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/scanner_watch.h"

namespace kiosk::visit {

namespace {

constexpr std::chrono::milliseconds kBetweenWaits{50};
constexpr std::chrono::milliseconds kUntilLookedForAgain{2000};

} // namespace

ScannerWatch::ScannerWatch(EventLoop& loop, const Clock& clock,
                           drivers::Slot<drivers::CodeSource>& scanner, Worker& worker,
                           std::function<void(const std::string&)> seen)
    : loop_(loop), clock_(clock), scanner_(scanner), worker_(worker), seen_(std::move(seen)) {
    wait();
}

void ScannerWatch::wait() {
    worker_.submit([this](const std::stop_token& stop) {
        loop_.post([this, next = waitForCode(stop)] {
            if (next && *next)
                seen_((*next)->text);
            loop_.after(next ? kBetweenWaits : kUntilLookedForAgain, [this] { wait(); });
        });
    });
}

/// Goes on by itself while nothing comes. Where the scanner did not wait for it, the loop makes a
/// pause.
ScannerWatch::Next ScannerWatch::waitForCode(const std::stop_token& stop) {
    while (true) {
        const SteadyTime began = clock_.steady();
        Next next = scanner_.use(stop, &drivers::CodeSource::next);
        const bool hasWaited = clock_.steady() - began >= kBetweenWaits;
        if (!next || *next || !hasWaited || stop.stop_requested())
            return next;
    }
}

} // namespace kiosk::visit
