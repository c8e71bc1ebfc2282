// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "firmware/authority/authority.h"

namespace kiosk::authority {

/// One region that speaks the JSON dialect: where it is and how both sides know each other.
struct JsonAuthorityOptions {
    Region region;
    std::string url;                       ///< "https://127.0.0.1:8443", without a path
    std::filesystem::path caFile;          ///< PEM: who may sign the region's certificate
    std::filesystem::path certFile;        ///< PEM: this kiosk's certificate
    std::filesystem::path keyFile;         ///< PEM: its key
    std::filesystem::path envelopeKeyFile; ///< PEM: the SM2 key requests are sealed to
    /// A Unix socket at which SOCKS 5 leads there, names included; empty: straight to the platform.
    std::filesystem::path through{};
    std::chrono::milliseconds connectTimeout{3000};
    std::chrono::milliseconds totalTimeout{8000};
};

/// A client of the JSON dialect in the manner of GB/T 36906 (tests/sandbox/README.md describes it):
/// HTTPS with mutual TLS, 1.2 or 1.3, no proxy, no redirects, one connection kept open, answers
/// bounded (1 MiB, files 64 MiB) and checked field by field. A stop token ends a call at once.
/// Calls from several threads take turns. Errors: "authority.configuration" (configuration) when a
/// file is missing or the URL is not https. A platform that says no to catalogue(), the kiosk's own
/// question, is "authority.kiosk-refused" (configuration).
Result<std::unique_ptr<Authority>> openJsonAuthority(const JsonAuthorityOptions& options);

} // namespace kiosk::authority
