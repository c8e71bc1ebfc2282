// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "drivers/printer/printer.h"

namespace kiosk::drivers {

struct IppOptions {
    std::string uri; ///< "ipp://localhost:631/ipp/print", or "ipps://…#sha256=HEX"
    /// A Unix socket whose other end is connected to the printer; empty: the address's host.
    std::filesystem::path through{};
    std::chrono::milliseconds connectLimit{1000};
    std::chrono::milliseconds queryLimit{2000};  ///< one question, connecting included
    std::chrono::milliseconds printLimit{30000}; ///< handing a document over
};

/// A network or IPP-over-USB printer (RFC 8011), spoken to directly: no print server, no queue that
/// could print again by itself. Asks the printer who it is before it returns. Errors:
/// "printer.address" (configuration), "printer.untrusted" (integrity, technician) for one that
/// shows another certificate than its address names, and those of Printer.
Result<std::unique_ptr<Printer>> openIpp(const IppOptions& options);

} // namespace kiosk::drivers
