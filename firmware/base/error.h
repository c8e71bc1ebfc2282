// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// What went wrong, as a closed list: code decides on the kind, people read the code.
enum class ErrorKind {
    notFound,      ///< the thing asked for does not exist
    unavailable,   ///< the other side cannot be reached or is out of service
    timedOut,      ///< no answer within the deadline
    cancelled,     ///< we asked it to stop
    refused,       ///< the other side understood and said no
    malformed,     ///< what arrived does not follow its format
    unsupported,   ///< well formed, but not something we can do
    limitExceeded, ///< larger, deeper or more than we accept
    integrity,     ///< a digest, check sum or signature does not match
    storage,       ///< reading or writing durable state failed
    device,        ///< a device reported a fault
    configuration, ///< this kiosk is set up wrongly
    internal,      ///< our own mistake
};

/// Who must act for the error to go away. There is no "nobody": an error without a remedy does not
/// compile, because the constructor asks for one.
enum class Remedy {
    citizenAgain,  ///< the person in front tries again
    attendant,     ///< staff on site: paper, jam, cover
    technician,    ///< someone with tools: reader dead, cable, module
    configuration, ///< whoever maintains this kiosk's settings
    supplier,      ///< the maker of a device, or the region's platform
    wait,          ///< time: it is retried by itself
};

std::string_view name(ErrorKind kind);
std::string_view name(Remedy remedy);

/// One sentence that tells the person named by the remedy what to do, in plain English.
std::string_view advice(Remedy remedy);

/// A failure for a reason outside our code. A value: copy, compare, print.
///
/// `code` is stable and dotted ("printer.paper-jam"): texts, tests and reports hang on it.
/// `detail` is for technicians and never holds personal data.
class [[nodiscard]] Error {
public:
    Error(ErrorKind kind, std::string_view code, Remedy remedy, std::string_view detail = {})
        : kind_(kind), remedy_(remedy), code_(code), detail_(detail) {}

    ErrorKind kind() const { return kind_; }
    Remedy remedy() const { return remedy_; }
    const std::string& code() const { return code_; }
    const std::string& detail() const { return detail_; }

    /// The same error with what the caller was doing put in front of the detail.
    Error during(std::string_view activity) &&;

    /// "printer.paper-jam: tray 2 (attendant: …)": one line for stderr and logs.
    std::string line() const;

    bool operator==(const Error&) const = default;

private:
    ErrorKind kind_;
    Remedy remedy_;
    std::string code_;
    std::string detail_;
};

} // namespace kiosk
