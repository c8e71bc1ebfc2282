// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "firmware/staff/staff_place.h"

namespace kiosk::staff {

/// Gathers what the staff's pages show, each part on the worker it belongs to. Loop thread only;
/// outlived by the place.
class FactDesk {
public:
    /// `told` hears all that is known, each time a part of it has come.
    FactDesk(StaffPlace& place, std::function<void(const Facts&)> told);
    FactDesk(const FactDesk&) = delete;
    FactDesk& operator=(const FactDesk&) = delete;

    /// Asks everything anew. A region that has not answered yet is not asked twice.
    void gather();

private:
    void askPrinter(const std::string& part, printing::PrinterCare& printer, Worker& worker);
    void askQueue();
    void askRegions();
    void askResults();
    void tell();

    StaffPlace& place_;
    std::function<void(const Facts&)> told_;
    Facts facts_;
    std::map<std::string, drivers::PrinterStatus> printers_; ///< by part; only those that answer
    std::map<std::string, bool> asked_;                      ///< by region: waited for
};

/// What waits, by number and age alone.
QueueFact queueFact(const std::vector<outbox::Entry>& entries, WallTime now);

} // namespace kiosk::staff
