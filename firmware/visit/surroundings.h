// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "drivers/auxiliaries/auxiliaries.h"
#include "firmware/licence/matter.h"
#include "firmware/typing/table.h"
#include "firmware/visit/staff_duty.h"
#include "firmware/visit/visit_view.h"

namespace kiosk::visit {

/// What a kiosk knows besides the person in front: read by the machine and by the view, changed by
/// neither.
struct Surroundings {
    std::vector<Region> regions;
    std::vector<Purpose> purposes;
    std::vector<Matter> matters; ///< what people come for
    std::string place;
    Services services;
    std::optional<InterruptedCopy> interrupted; ///< by the end of the kiosk's last run
    LeftBehind left;                            ///< by the person in front, or by the last one
    drivers::CabinetState cabinet;              ///< at rest where the kiosk has no auxiliaries
    Date today{};                               ///< here, in China Standard Time
    bool acceptsSocialSecurityCards = false;    ///< as proof of who somebody is
    std::size_t choicesPerPage = kItemsPerPage; ///< fewer where the text is larger
    std::string freshPickupNumber;              ///< ten random digits for the next kept request
    std::string freshTicketNumber;              ///< six random digits for the next window ticket
    StaffDuty staff;                            ///< who can be called, and when
    WallTime now{};
    std::shared_ptr<const typing::Table> typing; ///< by which somebody finds a licence; may be null
    bool hasSlipPrinter = false;
    /// Of whoever of the staff sees the screen, with the agreement of the person in front; empty:
    /// nobody. What is covered stays so meanwhile, and nothing is printed without being confirmed.
    std::string staffBeside;
    bool finishesOnly = false; ///< what is under way comes to its end, and nothing follows it
};

} // namespace kiosk::visit
