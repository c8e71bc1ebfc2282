// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/licence/matter.h"
#include "firmware/visit/state.h"

namespace kiosk::visit {

/// What a window needs to go on where the kiosk stopped (A58). Says nothing of whose it is: no
/// name, no number of a person, no kind of licence that somebody holds or lacks.
struct WindowTicket {
    struct Line {
        std::string key; ///< text key
        std::string value{};

        bool operator==(const Line&) const = default;
    };
    std::string number{}; ///< six digits
    Line matter;
    std::vector<Line> done; ///< so far, in order
    Line bring;
    std::optional<Matter> cameFor{}; ///< with all that it takes, whatever was found of it

    bool operator==(const WindowTicket&) const = default;
};

/// The ticket for whoever stands at this state, which is not laid aside. `matters` are the kiosk's.
WindowTicket ticketFor(const State& state, const std::vector<Matter>& matters, std::string number);

} // namespace kiosk::visit
