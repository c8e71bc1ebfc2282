// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "drivers/printer/escpos/dialogue.h"
#include "drivers/printer/printer.h"

namespace kiosk::drivers::escpos {

/// One document on its way into the printer, strip by strip. The printer itself knows no jobs: what
/// is not sent yet waits here, so that a printer without paper holds nothing that could come out
/// when nobody waits for it any more.
class StripJob {
public:
    StripJob(int id, std::vector<Dots> strips) : id_(id), strips_(std::move(strips)) {}

    int id() const { return id_; }
    bool isOver() const;
    /// What a stop or a fault leaves inside the printer.
    bool isUnderWay() const { return sentRows_ > 0; }
    JobProgress progress() const;

    /// Counts the strip that has come out, and sends as much as the printer takes now. A strip is
    /// out when the printer has carried out all of it and then still says that it is well: the
    /// status that came with the data may be older than the fault. Errors of Dialogue; after one
    /// that broke off a strip the job is aborted.
    Result<> advance(Dialogue& dialogue, const std::stop_token& stop);
    void cancel() { state_ = JobState::canceled; }

private:
    bool wholeStripSent() const;
    Result<> send(Dialogue& dialogue, const std::stop_token& stop);
    Result<> sendStrip(Dialogue& dialogue, const Dots& strip, const std::stop_token& stop);

    int id_;
    std::vector<Dots> strips_;
    std::size_t out_ = 0;      ///< strips
    std::size_t sentRows_ = 0; ///< of the strip behind them
    JobState state_ = JobState::pending;
    std::vector<std::string> reasons_;
};

} // namespace kiosk::drivers::escpos
