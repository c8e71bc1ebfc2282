// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/scanner_watch.h"

namespace kiosk::visit {

namespace {

constexpr std::chrono::milliseconds kBetweenWaits{50};
constexpr std::chrono::milliseconds kUntilLookedForAgain{2000};

} // namespace

ScannerWatch::ScannerWatch(EventLoop& loop, drivers::Slot<drivers::CodeSource>& scanner,
                           Worker& worker, std::function<void(const std::string&)> seen)
    : loop_(loop), scanner_(scanner), worker_(worker), seen_(std::move(seen)) {
    wait();
}

void ScannerWatch::wait() {
    worker_.submit([this](const std::stop_token& stop) {
        const auto next = scanner_.use(stop, &drivers::CodeSource::next);
        loop_.post([this, next] {
            if (next && *next)
                seen_((*next)->text);
            loop_.after(next ? kBetweenWaits : kUntilLookedForAgain, [this] { wait(); });
        });
    });
}

} // namespace kiosk::visit
