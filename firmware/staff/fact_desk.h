// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/staff/staff_place.h"

namespace kiosk::staff {

/// Gathers what the staff's pages show. Loop thread only; outlived by the place.
class FactDesk {
public:
    /// `told` hears all that is known: at once, and again after each answer, however late.
    FactDesk(StaffPlace& place, std::function<void(const Facts&)> told);
    FactDesk(const FactDesk&) = delete;
    FactDesk& operator=(const FactDesk&) = delete;

    /// Asks everything anew.
    void gather();

private:
    void askResults();
    void tell();

    StaffPlace& place_;
    std::function<void(const Facts&)> told_;
    HealthDesk health_;
    Facts facts_;
};

} // namespace kiosk::staff
