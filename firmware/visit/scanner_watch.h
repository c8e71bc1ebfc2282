// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/code_reader/code_source.h"
#include "drivers/device/slot.h"
#include "firmware/base/event_loop.h"
#include "firmware/base/worker.h"

namespace kiosk::visit {

/// Waits for what a hand scanner reads, all day long: it holds a keyboard's node, and letting go of
/// it would let the scanner type into the screens. The loop hears of codes and of faults only. One
/// that is gone is looked for again. The parts outlive the watch. Loop thread only.
class ScannerWatch {
public:
    ScannerWatch(EventLoop& loop, const Clock& clock, drivers::Slot<drivers::CodeSource>& scanner,
                 Worker& worker, std::function<void(const std::string&)> seen);
    ScannerWatch(const ScannerWatch&) = delete;
    ScannerWatch& operator=(const ScannerWatch&) = delete;

private:
    using Next = Result<std::optional<drivers::Code>>;

    void wait();
    Next waitForCode(const std::stop_token& stop); ///< on the worker

    EventLoop& loop_;
    const Clock& clock_;
    drivers::Slot<drivers::CodeSource>& scanner_;
    Worker& worker_; ///< for the scanner alone: a wait may last a second
    std::function<void(const std::string&)> seen_;
};

} // namespace kiosk::visit
