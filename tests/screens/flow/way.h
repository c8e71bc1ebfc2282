// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tests/bench/virtual_stage.h"

namespace kiosk::flow {

/// Between two presses, so that each counts (A22).
inline constexpr std::chrono::milliseconds kBetweenPresses{600};

/// "flow.out-of-reach" (configuration): a way does not lead to what was wished for.
inline std::unexpected<Error> outOfReach(std::string_view wish) {
    return fail(ErrorKind::notFound, "flow.out-of-reach", Remedy::configuration, wish);
}

/// A licence as somebody finds it in the list.
struct Listed {
    std::string name;  ///< "营业执照"
    std::string state; ///< "valid", "expired", or another; "missing": named, and not there
    std::string wish;  ///< what press() is given to choose it; each way has its own

    bool operator==(const Listed& other) const {
        return name == other.name && state == other.state;
    }
};

/// One way of using the kiosk. A script says what is wanted; a way does it with nothing but what
/// somebody who uses it that way has.
class Way {
public:
    explicit Way(bench::VirtualStage& stage) : stage_(stage) {}
    virtual ~Way() = default;
    Way(const Way&) = delete;
    Way& operator=(const Way&) = delete;

    /// Somebody comes to the kiosk, with what they bring along.
    virtual Result<> come() { return {}; }

    /// Presses what has this id, or what a Listed says. Errors: "flow.out-of-reach" (configuration)
    /// where this way does not lead there.
    virtual Result<> press(const std::string& wish) = 0;

    /// Whether it is noticed this way that the screen with this id has come.
    virtual bool notices(std::string_view screen) = 0;

    /// All of the list that is shown, in its order; fewer where this way does not find them.
    virtual Result<std::vector<Listed>> licences() = 0;

    virtual Result<> pass(std::chrono::milliseconds time) { return stage_.pass(time); }

protected:
    bench::VirtualStage& stage_;
};

} // namespace kiosk::flow
