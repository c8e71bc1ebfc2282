// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "tests/support/ippeveprinter.h"
#include "tests/support/pty_sam_reader.h"

namespace kiosk::speed {

/// What stands around a kiosk that wants nothing: a reader on a serial line, a network printer with
/// paper, a camera that sees an empty desk. All of them work until this object ends.
class Devices {
public:
    /// `folder` exists. Errors: of the printer's program, and of writing a file.
    static Result<Devices> plugIn(const std::filesystem::path& folder);

    const std::filesystem::path& reader() const { return reader_->path(); }
    std::string printer() const { return printer_->uri(); }
    const std::filesystem::path& picture() const { return picture_; }

private:
    Devices() = default;
    std::unique_ptr<tests::SamDeviceModel> card_ = std::make_unique<tests::SamDeviceModel>();
    std::unique_ptr<tests::PtySamReader> reader_ = std::make_unique<tests::PtySamReader>(*card_);
    std::unique_ptr<tests::IppEvePrinter> printer_;
    std::filesystem::path picture_;
};

} // namespace kiosk::speed
