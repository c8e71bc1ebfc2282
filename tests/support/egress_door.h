// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "firmware/egress/gate.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::tests {

/// A gate with sockets in a folder of its own, as the service manager gives it some. One thread.
class EgressDoor {
public:
    explicit EgressDoor(egress::Allowed allowed,
                        egress::Gate::Limits limits = {.patience = std::chrono::seconds(5)});

    /// Those of Gate::serve(), and "door.socket" (configuration) where there can be no socket.
    Result<> open(const std::string& name);
    std::filesystem::path socket(const std::string& name) const { return folder_.path() / name; }
    /// Somebody comes by it.
    Descriptor visit(const std::string& name) const;
    /// The gate ends; its sockets stay, and nobody answers there.
    void close() { gate_.reset(); }

private:
    TemporaryFolder folder_;
    std::optional<egress::Gate> gate_;
};

} // namespace kiosk::tests
