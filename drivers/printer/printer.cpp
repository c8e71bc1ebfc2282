// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/printer.h"

namespace kiosk::drivers {

bool PrinterStatus::canPrint() const {
    const bool works = device == DeviceState::online || device == DeviceState::busy;
    const bool feeds = paper != PaperState::out && paper != PaperState::jammed;
    return works && feeds && !coverOpen && toner != TonerState::out;
}

std::string_view name(PaperState state) {
    switch (state) {
    case PaperState::full:
        return "full";
    case PaperState::low:
        return "low";
    case PaperState::out:
        return "out";
    case PaperState::jammed:
        return "jammed";
    case PaperState::unknown:
        return "unknown";
    }
    return "unknown";
}

std::string_view name(TonerState state) {
    switch (state) {
    case TonerState::full:
        return "full";
    case TonerState::low:
        return "low";
    case TonerState::out:
        return "out";
    case TonerState::unknown:
        return "unknown";
    }
    return "unknown";
}

std::string_view name(JobState state) {
    switch (state) {
    case JobState::pending:
        return "pending";
    case JobState::processing:
        return "processing";
    case JobState::stopped:
        return "stopped";
    case JobState::completed:
        return "completed";
    case JobState::canceled:
        return "canceled";
    case JobState::aborted:
        return "aborted";
    }
    return "aborted";
}

std::string_view name(DocumentFormat format) {
    switch (format) {
    case DocumentFormat::pdf:
        return "application/pdf";
    case DocumentFormat::pwgRaster:
        return "image/pwg-raster";
    case DocumentFormat::strip:
        return "strip";
    }
    return "application/octet-stream";
}

} // namespace kiosk::drivers
