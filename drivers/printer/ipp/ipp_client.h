// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <vector>

#include "drivers/printer/ipp/ipp_exchange.h"
#include "drivers/printer/ipp/ipp_mapping.h"

namespace kiosk::drivers::ipp {

/// The IPP operations a kiosk needs (RFC 8011 section 4), one call each: builds the request, reads
/// the attributes out of the response. Private to this module.
class IppClient {
public:
    /// A kiosk hands over one job at a time: more than one or two are not to be expected, and
    /// whoever clears them looks again.
    static constexpr int kMostHeldJobs = 4;

    IppClient(PrinterAddress address, ExchangeLimits query, ExchangeLimits print)
        : address_(std::move(address)), query_(query), print_(print) {}

    const PrinterAddress& address() const { return address_; }

    Result<PrinterAnswer> printer(const std::stop_token& stop) const; ///< Get-Printer-Attributes
    Result<JobAnswer> job(int id, const std::stop_token& stop) const; ///< Get-Job-Attributes
    Result<> cancel(int id, const std::stop_token& stop) const;       ///< Cancel-Job
    /// Get-Jobs: the first kMostHeldJobs of ours that are not over, as the printer orders them.
    Result<std::vector<int>> heldJobs(const std::stop_token& stop) const;
    /// A document as it goes over the wire.
    struct Content {
        DocumentFormat format;
        ByteView bytes;
    };
    /// Print-Job: A4, one copy, one-sided. Returns the job's id.
    Result<int> print(const PrintDocument& document, const Content& content,
                      const std::stop_token& stop) const;

private:
    PrinterAddress address_;
    ExchangeLimits query_;
    ExchangeLimits print_;
};

} // namespace kiosk::drivers::ipp
