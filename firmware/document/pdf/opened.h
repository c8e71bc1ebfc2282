// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <stdexcept>

#include "firmware/base/bytes.h"
#include "firmware/document/pdf/qpdf.h"

/// qpdf's view of a file. For this folder's .cpp files only.
namespace kiosk::document::pdf {

/// More than we accept; becomes "document.too-large".
class LimitExceeded : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Runs `read` on the file as qpdf opens it; qpdf's exceptions end here. `file` is not copied.
template <typename Read>
auto withQpdf(ByteView file, Read read) -> Result<decltype(read(std::declval<QPDF&>()))>;

/// Opens the file. Throws what qpdf throws.
std::unique_ptr<QPDF> openQpdf(ByteView file);

/// The error for the exception being handled.
Error errorInFlight();

template <typename Read>
auto withQpdf(ByteView file, Read read) -> Result<decltype(read(std::declval<QPDF&>()))> {
    constexpr std::size_t kLargestFile = 32U << 20;
    if (!toText(file.first(std::min<std::size_t>(file.size(), 5))).starts_with("%PDF-"))
        return fail(ErrorKind::malformed, "document.not-a-pdf", Remedy::supplier);
    if (file.size() > kLargestFile)
        return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, "file");
    try {
        const auto pdf = openQpdf(file);
        return read(*pdf);
    } catch (const std::exception&) {
        return std::unexpected(errorInFlight());
    }
}

} // namespace kiosk::document::pdf
