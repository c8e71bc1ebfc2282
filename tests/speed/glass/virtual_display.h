// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "tests/support/child_process.h"

namespace kiosk::speed {

/// An X server without a screen, of a kiosk's size, that nobody else uses: what is measured on it
/// is not disturbed by a desk. Ends with this object.
class VirtualDisplay {
public:
    /// Nothing where Xvfb is not installed or does not start.
    static std::optional<VirtualDisplay> start(int widthPx, int heightPx);

    const std::string& name() const { return name_; } ///< ":99"

private:
    VirtualDisplay(tests::ChildProcess server, std::string name)
        : server_(std::move(server)), name_(std::move(name)) {}

    tests::ChildProcess server_;
    std::string name_;
};

} // namespace kiosk::speed
