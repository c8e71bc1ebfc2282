// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <mutex>

#include "drivers/printer/printer.h"
#include "firmware/base/clock.h"

namespace kiosk::drivers {

/// What stands behind the door of the simulated printer at first.
struct SimulatedPrinterOptions {
    int sheets = 250;   ///< in the tray
    int lowSheets = 20; ///< the sensor says "low" from here on
    int lifePages = 1000;
    /// How long a page takes on the clock. Zero: pages come only when advancePage() says so.
    std::chrono::milliseconds pageTime{0};
    /// How long the job goes on after its last page: the printer is busy until then.
    std::chrono::milliseconds windDown{0};
};

/// A job as it came out: what a person at the tray would hold.
struct PrintedJob {
    int id = 0;
    PrintDocument document;
    int pagesOut = 0;
    JobState state = JobState::pending;
};

/// A page printer made of numbers, behind the real interface: for tests, the bench and a desk
/// without a printer. Prints page by page, told or by the clock; people can take its paper, open
/// its cover, jam it, pull its cable and its plug. Thread-safe: a worker prints while a panel
/// pulls.
class SimulatedPrinter final : public Printer {
public:
    explicit SimulatedPrinter(const Clock& clock, SimulatedPrinterOptions options = {});

    DeviceIdentity identity() const override;
    PrinterCapabilities capabilities() const override;
    Result<> reset(std::stop_token stop) override;
    Result<PrinterStatus> status(std::stop_token stop) override;
    Result<int> submit(const PrintDocument& document, std::stop_token stop) override;
    Result<JobProgress> progress(const SentJob& sent, std::stop_token stop) override;
    Result<> cancel(int jobId, std::stop_token stop) override;
    Result<> clearJobs(std::stop_token stop) override;

    enum class Cover { closed, open };
    enum class Cable { plugged, pulled };
    enum class Power { on, off };
    /// What happens to the answer to the next submit; the job itself is taken.
    enum class Reply { arrives, lost };

    void putSheets(int sheets); ///< the tray now holds this many
    void jamOnPage(int page);   ///< the given page of this or the next job jams on its way
    void clearJam();            ///< the crumpled sheet is removed; its page is printed again
    void setCover(Cover cover); ///< open: stops before the next page
    void setToner(TonerState toner);
    void setCable(Cable cable); ///< pulled: every call says "printer.gone", printing goes on
    void setPower(Power power); ///< off: as pulled, and a running job is aborted
    void setNextReply(Reply reply);

    /// One page further, if nothing is in its way. Returns whether a page came out.
    bool advancePage();

    std::vector<PrintedJob> jobs() const; ///< all jobs ever taken, oldest first
    int sheetsLeft() const;
    int lifePages() const;

private:
    Result<> reachable(const std::stop_token& stop) const;
    bool blocked() const;
    bool pullSheet(SteadyTime now);
    void endPrintedJob();
    void followClock();
    PrintedJob* running();
    std::vector<std::string> reasons() const;
    PrinterStatus currentStatus();

    const Clock& clock_;
    const SimulatedPrinterOptions options_;
    mutable std::mutex mutex_; ///< guards everything below
    int sheets_;
    int lifePages_;
    int jamPage_ = 0; ///< 0: none planned
    bool jammed_ = false;
    Cover cover_ = Cover::closed;
    Cable cable_ = Cable::plugged;
    Power power_ = Power::on;
    Reply nextReply_ = Reply::arrives;
    TonerState toner_ = TonerState::full;
    SteadyTime lastPageAt_{};
    SteadyTime woundDownAt_{}; ///< of the job whose last page is out
    std::vector<PrintedJob> jobs_;
};

} // namespace kiosk::drivers
