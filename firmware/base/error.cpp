// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/error.h"

namespace kiosk {

std::string_view name(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::notFound:
        return "not found";
    case ErrorKind::unavailable:
        return "unavailable";
    case ErrorKind::timedOut:
        return "timed out";
    case ErrorKind::cancelled:
        return "cancelled";
    case ErrorKind::refused:
        return "refused";
    case ErrorKind::malformed:
        return "malformed";
    case ErrorKind::unsupported:
        return "unsupported";
    case ErrorKind::limitExceeded:
        return "limit exceeded";
    case ErrorKind::integrity:
        return "integrity";
    case ErrorKind::storage:
        return "storage";
    case ErrorKind::device:
        return "device";
    case ErrorKind::configuration:
        return "configuration";
    case ErrorKind::internal:
        return "internal";
    }
    return "internal";
}

std::string_view name(Remedy remedy) {
    switch (remedy) {
    case Remedy::citizenAgain:
        return "citizen";
    case Remedy::attendant:
        return "attendant";
    case Remedy::technician:
        return "technician";
    case Remedy::configuration:
        return "configuration";
    case Remedy::supplier:
        return "supplier";
    case Remedy::wait:
        return "wait";
    }
    return "technician";
}

std::string_view advice(Remedy remedy) {
    switch (remedy) {
    case Remedy::citizenAgain:
        return "try again";
    case Remedy::attendant:
        return "call the attendant on site";
    case Remedy::technician:
        return "call a technician";
    case Remedy::configuration:
        return "correct this kiosk's configuration";
    case Remedy::supplier:
        return "report it to the supplier";
    case Remedy::wait:
        return "wait: it is tried again by itself";
    }
    return "call a technician";
}

Error Error::during(std::string_view activity) && {
    detail_ = detail_.empty() ? std::string(activity) : std::string(activity) + ": " + detail_;
    return std::move(*this);
}

std::string Error::line() const {
    std::string text = code_;
    if (!detail_.empty())
        text += ": " + detail_;
    return text + " (" + std::string(name(remedy_)) + ": " + std::string(advice(remedy_)) + ")";
}

} // namespace kiosk
