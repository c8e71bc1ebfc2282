// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include "drivers/card_reader/staff_cards.h"
#include "drivers/device/slot.h"
#include "firmware/staff/facts.h"
#include "firmware/staff/health_desk.h"
#include "firmware/staff/roles.h"
#include "firmware/staff/stick_place.h"

namespace kiosk::staff {

/// What staff mode acts upon, owned by whoever wires the kiosk and outliving it. The slot and the
/// staff's files are used on the worker named beside them only.
struct StaffPlace {
    visit::Workplace& at;
    drivers::Slot<drivers::StaffCards>& cards;
    Worker& worker;              ///< for the cards, the register, the locks and the results
    std::filesystem::path state; ///< the kiosk's state folder
    HealthPlace health;          ///< for the pages
    /// What is told of a cause on paper, by its code; empty: the code alone. On any worker.
    std::function<std::string(std::string_view code)> causeWords;
    std::function<bool()> nobodyServed; ///< on the loop
    /// Whether a card is for the visit: staff were called to it, or look on. On the loop.
    std::function<bool()> isCalled;
    /// Tells the visit whose card was laid, or why it opens nothing. On the loop.
    std::function<void(const Result<Role>&)> comes;
    /// None where nothing may touch a memory stick, as on a bench.
    std::optional<StickPlace> sticks{};
};

} // namespace kiosk::staff
