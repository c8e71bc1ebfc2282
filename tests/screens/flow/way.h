// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tests/bench/virtual_stage.h"

namespace kiosk::flow {

/// One way of using the kiosk. A script says what is wanted; a way does it with nothing but what
/// somebody who uses it that way has.
class Way {
public:
    explicit Way(bench::VirtualStage& stage) : stage_(stage) {}
    virtual ~Way() = default;
    Way(const Way&) = delete;
    Way& operator=(const Way&) = delete;

    /// Presses what has this id. Errors: "flow.out-of-reach" (configuration) where this way does
    /// not lead there.
    virtual Result<> press(const std::string& id) = 0;

protected:
    bench::VirtualStage& stage_;
};

} // namespace kiosk::flow
