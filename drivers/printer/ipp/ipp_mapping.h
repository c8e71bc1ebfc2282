// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/printer/printer.h"

/// What a printer's IPP answers mean in the words of the printer interface. Pure functions: nothing
/// here knows libcups, a socket or a clock. Attribute names and values follow RFC 8011 section 5.3
/// and 5.4; reasons also PWG 5100.9 (printer-state-reasons for the printer MIB's alerts).
namespace kiosk::drivers::ipp {

/// The attributes read from a Get-Printer-Attributes response, values as the printer sent them.
struct PrinterAnswer {
    int state = 0; ///< printer-state: 3 idle, 4 processing, 5 stopped
    std::vector<std::string> reasons{};
    bool acceptingJobs = true;
    std::optional<int> impressionsCompleted{}; ///< printer-impressions-completed (PWG 5100.22)
    std::vector<std::string> formats{};        ///< document-format-supported
    std::vector<std::string> mediaReady{};     ///< media-ready: what lies in the trays
    std::vector<std::string> inputTrays{};     ///< printer-input-tray (PWG 5100.13)
    std::vector<std::string> supplies{};       ///< printer-supply (PWG 5100.13)
    std::vector<int> rasterDensities{}; ///< pwg-raster-document-resolution-supported, dots an inch
    std::vector<std::string> rasterTypes{}; ///< pwg-raster-document-type-supported
    std::string model{};                    ///< printer-make-and-model
    std::string deviceId{};                 ///< printer-device-id, an IEEE 1284 string
    std::string firmware{};                 ///< printer-firmware-string-version
};

/// The attributes read from a Get-Job-Attributes response.
struct JobAnswer {
    int state = 0; ///< job-state: 3 pending … 9 completed
    std::vector<std::string> reasons{};
    std::optional<int> impressionsCompleted{}; ///< job-impressions-completed
    std::optional<int> sheetsCompleted{};      ///< job-media-sheets-completed

    bool countsPages() const { return impressionsCompleted || sheetsCompleted; }
};

/// "media-low-warning" → "media-low": reasons are compared without their severity.
std::string_view reasonStem(std::string_view reason);

/// Does the printer say what lies in its trays, and is none of it A4? A job would wait there.
bool lacksA4(const PrinterAnswer& answer);

/// A state outside the standard is "printer.malformed-answer" (supplier). Trays that hold paper,
/// but no A4, are empty to us.
Result<PrinterStatus> toStatus(const PrinterAnswer& answer);

/// `pages` is how many the job has, where we know it: a job that completed without errors has put
/// all of them out, also on printers that do not count.
Result<JobProgress> toProgress(const JobAnswer& answer, std::optional<int> pages);

DeviceIdentity toIdentity(const PrinterAnswer& answer, std::string port);

/// What the printer says it can do; that it counts pages shows only in a job's answers.
PrinterCapabilities toCapabilities(const PrinterAnswer& answer);

/// The density at which a printer that takes PWG raster of 8-bit grey is given its pages: 300 dots
/// an inch where it can, otherwise its coarsest between 100 and 600.
std::optional<int> rasterDensity(const PrinterAnswer& answer);

/// What a request was about: "not found" means another thing for a printer than for a job.
enum class Subject { printer, job };

/// What a response whose status code is an error (0x0400 and above) means. `statusText` is the
/// status's keyword, `refused` the names of the attributes in its unsupported group.
Error toError(Subject subject, int statusCode, std::string_view statusText,
              const std::vector<std::string>& refused);

} // namespace kiosk::drivers::ipp
