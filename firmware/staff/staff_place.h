// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "drivers/card_reader/staff_cards.h"
#include "drivers/device/slot.h"
#include "firmware/handout/proof.h"
#include "firmware/health/footprint.h"
#include "firmware/staff/facts.h"
#include "firmware/staff/gate.h"
#include "firmware/staff/health_desk.h"
#include "firmware/staff/roles.h"
#include "firmware/staff/stick_place.h"

namespace kiosk::staff {

/// The record of the kiosk's parts, and how a device that was left alone is tried anew: at its next
/// call. Both on any thread.
struct PartsPlace {
    std::shared_ptr<parts::PartsBook> book;
    std::function<void(const std::string& part)> startAfresh;
};

/// What staff mode acts upon, owned by whoever wires the kiosk and outliving it. The slot and the
/// staff's files are used on the worker named beside them only.
struct StaffPlace {
    visit::Workplace& at;
    drivers::Slot<drivers::StaffCards>& cards;
    Worker& worker;                      ///< for the cards, the register, the locks and the results
    std::filesystem::path state;         ///< the kiosk's state folder
    std::filesystem::path staffRegister; ///< whose cards open it: the file
    HealthPlace health;                  ///< for the pages
    std::function<health::Footprint()> footprint{}; ///< of the process, for a soak; on the loop
    /// What is told of a cause on paper, by its code; empty: the code alone. On any worker.
    std::function<std::string(std::string_view code)> causeWords;
    std::function<bool()> nobodyServed; ///< on the loop
    /// Whether a card is for the visit: staff were called to it, or look on. On the loop.
    std::function<bool()> isCalled;
    /// Tells the visit whose card was laid, or why it opens nothing. On the loop.
    std::function<void(const Result<Role>&)> comes;
    /// Why the configuration's file was refused, where the last good one serves.
    std::optional<Error> refusedConfiguration{};
    /// The signed answer to a challenge, of handout::prove(); empty: nobody here can say. On the
    /// place's worker.
    std::function<Result<std::string>(const handout::Challenge&)> prove{};
    std::optional<PartsPlace> parts{}; ///< none where no record of parts is kept
    /// None where nothing may touch a memory stick, as on a bench.
    std::optional<StickPlace> sticks{};
};

/// Who comes in there. Used on the place's worker.
inline Gate gateOf(const StaffPlace& place) {
    return {place.staffRegister, place.state / kLocksFileName, place.at.clock};
}

} // namespace kiosk::staff
