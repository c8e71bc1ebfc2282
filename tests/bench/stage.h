// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "firmware/base/result.h"
#include "tests/bench/acts.h"
#include "tests/bench/glance.h"

namespace kiosk::bench {

/// A printed sheet as it lies in the tray.
struct PrintedSheet {
    std::string file; ///< PDF on the disk
    int pages = 0;
    std::string codeText; ///< what its code reads back to, empty where it has none
};

/// Where a scenario plays: a kiosk and the world around it. One stage holds everything in this
/// process on a manual clock, the other drives real processes; a scenario cannot tell which.
class Stage {
public:
    virtual ~Stage() = default;

    virtual Glance look() = 0;
    /// Lets this much time pass, or less if something happened meanwhile.
    virtual Result<> pass(std::chrono::milliseconds time) = 0;

    virtual Result<> touch(const std::string& nodeId) = 0;
    /// "bench.not-on-this-stage" (configuration) for what its devices cannot be made to do.
    virtual Result<> happen(Happening what) = 0;
    enum class Card { valid, expired };
    virtual Result<> layCard(const std::string& person, Card card) = 0;
    /// A region's platform misbehaves (tests/sandbox/faults.h names how) for so many calls, or
    /// until it is set again.
    virtual Result<> setFault(const std::string& regionCode, const std::string& fault,
                              std::optional<int> times) = 0;
    /// Holds a code before the camera; an empty text takes it away.
    virtual Result<> showCode(const std::string& text) = 0;
    /// The next read from the card reader goes wrong: "checkSum", "truncated", "record",
    /// "layout", "lifted".
    virtual Result<> breakNextRead(const std::string& how) = 0;

    virtual Result<std::vector<PrintedSheet>> sheets() = 0;
    /// Slips cut off the roll; a stage without a receipt printer has none.
    virtual Result<int> slips() { return 0; }
    /// Requests executed at the regions, and how often the most repeated key was executed.
    struct Delivered {
        int requests = 0;
        int mostForOneKey = 0;
    };
    virtual Result<Delivered> delivered() = 0;
};

} // namespace kiosk::bench
