// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/staff/machine.h"
#include "firmware/staff/staff_place.h"

namespace kiosk::staff {

/// Makes the health report for a phone, for paper and as a file, and the proof of software. Loop
/// thread only; outlived by the place. Each wish is answered by one event.
class HandoutDesk {
public:
    using Tell = std::function<void(const Event&)>;

    HandoutDesk(StaffPlace& place, Tell tell) : place_(place), tell_(std::move(tell)) {}
    HandoutDesk(const HandoutDesk&) = delete;
    HandoutDesk& operator=(const HandoutDesk&) = delete;

    void make(const health::Health& health);
    /// Error of its answer beside handout::prove()'s: "handout.no-proof" (unavailable, supplier)
    /// where nobody here can say, or the challenge is none.
    void prove(const std::string& challenge);
    void save(std::shared_ptr<const handout::Handout> handout);
    /// A slip that is not out after a minute is given up.
    void print(std::shared_ptr<const handout::Handout> handout);

private:
    struct Job {
        visit::PrinterDesk desk;
        int id = 0;
        printing::PrintProgress progress{};
        SteadyTime patienceEnds{};
    };
    visit::PrinterDesk printerDesk() const;
    document::Notice notice(const handout::Handout& handout) const;
    void follow(const Job& job);
    void moved(const Job& job);
    void clearAway(const Job& job);
    void post(Event event);

    StaffPlace& place_;
    Tell tell_;
};

} // namespace kiosk::staff
