// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>

#include "firmware/app/guarded_modules.h"
#include "firmware/app/kioskctl/guided_run.h"

namespace kiosk::app {

/// The devices of a kiosk that does not run, opened by kioskctl through the kiosk's own modules
/// when they are first needed, with a loop and a thread for each. Made and used on one thread.
class Workbench {
public:
    /// "service.kiosk-runs" (refused, technician): the kiosk has its devices open, and its own page
    /// of tests does the same; the errors of asking it, and of GuardedModules.
    static Result<std::unique_ptr<Workbench>> open(const Config& config);
    ~Workbench() = default;
    Workbench(const Workbench&) = delete;
    Workbench& operator=(const Workbench&) = delete;

    /// As long as the workbench is there.
    const staff::TestPlace& testPlace() const { return testPlace_; }
    Pace pace();
    const Clock& clock() const { return clock_; }

private:
    /// Sleeps until woken or until the time is over.
    class Sleep {
    public:
        void wake();
        void atMost(std::chrono::milliseconds time);

    private:
        std::mutex mutex_; ///< guards what is below
        std::condition_variable woken_;
        bool isWoken_ = false;
    };

    Workbench(const Config& config, const GuardedModules& modules);
    Result<int> printPage(const std::stop_token& stop);

    Config config_;
    SystemClock clock_;
    EventLoop loop_{clock_};
    Sleep sleep_;
    std::function<std::optional<drivers::Code>(const drivers::Frame&)> readCode_;
    drivers::Slot<drivers::CardReader> reader_;
    drivers::Slot<drivers::Printer> printer_;
    printing::PrinterCare care_{printer_};
    drivers::Slot<drivers::Camera> camera_;
    ThreadWorker readerWorker_;
    ThreadWorker printerWorker_;
    ThreadWorker cameraWorker_;
    ThreadWorker codeWorker_;
    staff::TestPlace testPlace_;
};

} // namespace kiosk::app
