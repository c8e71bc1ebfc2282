// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "drivers/printer/ipp/late_cups.h"
#include "firmware/base/bytes.h"

/// One IPP request and its response over one HTTP connection, each asked exactly once.
///
/// libcups' own cupsDoFileRequest and cupsSendRequest connect again and send again when they think
/// it wise; a printer could then have the document twice. These functions use the layer below them
/// (httpPost, ippWrite, httpWrite2), where nothing is repeated. Private to this module.
namespace kiosk::drivers::ipp {

struct MessageDeleter {
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using Message = std::unique_ptr<ipp_t, MessageDeleter>;

/// Where a printer listens, taken apart from its URI.
struct PrinterAddress {
    std::string uri{}; ///< as it goes into printer-uri, without credentials
    std::string host{};
    std::string through{}; ///< a Unix socket that leads there; empty: none
    int port = 631;
    std::string resource{}; ///< "/ipp/print"
    enum class Security { plain, tls } security = Security::plain;
    std::string certificate{}; ///< with tls: SHA-256 of the printer's certificate (DER), hex
};

/// "ipp://host:631/ipp/print", or "ipps://host/ipp/print#sha256=HEX" with the fingerprint of the
/// certificate the printer must show: printers sign their own, and the first to be seen may be
/// another's. Anything else is "printer.address" (configuration).
Result<PrinterAddress> parseAddress(std::string_view uri);

struct ExchangeLimits {
    std::chrono::milliseconds connect{1000};
    std::chrono::milliseconds total{2000}; ///< from the first packet to the whole response
};

/// Sends `request`, followed by `document` if it is not empty, and reads the response, whatever its
/// status code. Errors: "printer.gone", "printer.untrusted" (integrity, technician: another
/// certificate) and "printer.stopped" before anything was sent;
/// "printer.silent", "printer.refused" (an HTTP status) and "printer.malformed-answer" after.
Result<Message> exchange(const PrinterAddress& address, ipp_t* request, ByteView document,
                         const ExchangeLimits& limits, const std::stop_token& stop);

} // namespace kiosk::drivers::ipp
