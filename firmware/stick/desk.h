// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/stick/errands.h"
#include "firmware/stick/wire.h"
#include "firmware/update/history.h"

namespace kiosk::stick {

/// What the desk has at hand; all of it outlives the serving.
struct DeskPlace {
    drivers::StickPort& port;
    enum class Holds { everything, errorsOnly };
    std::function<Result<Archive>(Holds)> archive; ///< what a technician takes along
    Judge judge;
    std::function<std::vector<update::Event>()> history;
    std::filesystem::path room; ///< a folder for what is there for a moment
};

/// Hears one wish from the kiosk and carries it out, telling how it goes on; done when this
/// returns. Where the kiosk hangs up, as when somebody is served, it ends at the next piece and
/// lets go of the stick. Error "stick.no-answer" where nobody wished for anything.
Result<> serveOne(DeskPlace& place, Wire& wire);

} // namespace kiosk::stick
