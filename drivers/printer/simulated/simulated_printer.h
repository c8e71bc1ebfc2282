// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <mutex>

#include "drivers/printer/printer.h"
#include "firmware/base/clock.h"

namespace kiosk::drivers {

/// What stands behind the door of the simulated printer at first.
struct SimulatedPrinterOptions {
    /// Whether a sensor looks at the sheets in the way out.
    enum class Exit { blind, seesSheets };
    Exit exit = Exit::blind;
    int sheets = 250;   ///< in the tray
    int lowSheets = 20; ///< the sensor says "low" from here on
    int lifePages = 1000;
    int bandsPerPage = 8;
    /// How long a page takes on the clock. Zero: pages come only when advancePage() says so.
    std::chrono::milliseconds pageTime{0};
    /// How long the job goes on after its last page: the printer is busy until then.
    std::chrono::milliseconds windDown{0};
    /// How long a fuser that got too hot rests.
    std::chrono::milliseconds coolDown{30000};
};

/// A job as it came out: what a person at the tray would hold.
struct PrintedJob {
    int id = 0;
    PrintDocument document;
    int pagesOut = 0;
    JobState state = JobState::pending;
};

/// What can go wrong in the middle of a page, and what becomes of the sheet that is inside then.
enum class PrinterFault {
    jam,         ///< the sheet is crumpled; its page is printed anew once it is removed
    paperOut,    ///< the sheet comes out, the next page waits
    coverOpen,   ///< the sheet is taken out by hand; its page is printed anew
    cablePulled, ///< printing goes on, and nobody can ask
    powerOff,    ///< the sheet stays inside as a jam, the job is forgotten
    tooHot,      ///< the sheet comes out, the next page waits until the fuser has cooled down
    mute,        ///< printing goes on, and every question stays without an answer
};

struct PlannedFault {
    int page = 1; ///< of the running job, or of the next one
    int band = 1; ///< happens just before it is made; 1: the sheet is still in the tray
    PrinterFault fault = PrinterFault::jam;
};

/// A page printer made of numbers, behind the real interface: for tests, the bench and a desk
/// without a printer. Prints band by band, told or by the clock; people can take its paper, open
/// its cover, jam it, pull its cable and its plug. Who cancels a job while a sheet moves gets that
/// sheet. Thread-safe: a worker prints while a panel pulls.
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
    /// Mute: every call is "printer.silent", though what it asks for is done.
    enum class Voice { answers, mute };
    /// What happens to the answer to the next submit; the job itself is taken.
    enum class Reply { arrives, lost };

    void failAt(PlannedFault fault); ///< replaces the one that has not happened yet
    void jamNextSheet();             ///< or the one that is inside
    void mend();                     ///< whatever is wrong is put right, but for heat

    void putSheets(int sheets); ///< the tray now holds this many
    void clearJam();            ///< the crumpled sheet is removed
    void takeSheets();          ///< out of the way out, all of them
    void setCover(Cover cover);
    void setToner(TonerState toner);
    void setCable(Cable cable); ///< pulled: every call says "printer.gone", printing goes on
    void setPower(Power power); ///< off: as pulled, and a running job is aborted
    void exchange(); ///< another one stands there, switched on, with what lies in its tray
    void setVoice(Voice voice);
    void setNextReply(Reply reply);

    /// One page further, if nothing is in its way. Returns whether a page came out.
    bool advancePage();

    std::vector<PrintedJob> jobs() const; ///< all jobs ever taken, oldest first
    int sheetsLeft() const;
    int sheetsSpoilt() const; ///< pulled from the tray and never come out as a page
    int lifePages() const;

private:
    // What the kiosk asks (simulated_printer.cpp).
    Result<> asked(const std::stop_token& stop);
    Result<> reachable(const std::stop_token& stop) const;
    Result<> answered() const;
    bool tooHot() const { return clock_.steady() < hotUntil_; }
    bool waits() const { return stopped() || !feeds(clock_.steady()); }
    std::vector<std::string> reasons() const;
    MediaState mediaInExit() const;
    PrinterStatus currentStatus();
    void cancelJob(PrintedJob& job);

    // What goes on inside (paper_path.cpp).
    bool stopped() const;
    bool feeds(SteadyTime now) const;
    bool moves(SteadyTime now) const;
    bool isPlannedFor(const PrintedJob& job) const;
    bool makeBand(SteadyTime now);
    void strike(PrinterFault fault, SteadyTime now);
    void spoilSheetInside();
    void losePower();
    void pageIsOut(PrintedJob& job, SteadyTime now);
    void endJob();
    void followClock();
    PrintedJob* running();

    const Clock& clock_;
    const SimulatedPrinterOptions options_;
    mutable std::mutex mutex_; ///< guards everything below
    int number_ = 1;           ///< which of them stands there
    int sheets_;
    int lifePages_;
    int bandsMade_ = 0; ///< on the sheet inside; 0: none is inside
    int spoilt_ = 0;
    int untaken_ = 0; ///< sheets in the way out
    std::optional<PlannedFault> planned_;
    bool jammed_ = false;
    Cover cover_ = Cover::closed;
    Cable cable_ = Cable::plugged;
    Power power_ = Power::on;
    Voice voice_ = Voice::answers;
    Reply nextReply_ = Reply::arrives;
    TonerState toner_ = TonerState::full;
    SteadyTime hotUntil_{};
    SteadyTime lastBandAt_{};
    SteadyTime woundDownAt_{}; ///< of the job whose last page is out
    bool cancelling_ = false;  ///< the running job ends with the sheet that is inside
    std::vector<PrintedJob> jobs_;
};

} // namespace kiosk::drivers
