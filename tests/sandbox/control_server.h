// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/sandbox.h"

namespace kiosk::sandbox {

/// Plain HTTP on 127.0.0.1 for a bench: faults, deliveries, copies (tests/sandbox/README.md).
/// Runs a thread of its own until it is destroyed.
class ControlServer {
public:
    /// `port` 0 takes any that is free. `sandbox` must outlive it.
    static Result<std::unique_ptr<ControlServer>> open(Sandbox& sandbox, int port);
    virtual ~ControlServer() = default;
    virtual std::string url() const = 0;
};

} // namespace kiosk::sandbox
