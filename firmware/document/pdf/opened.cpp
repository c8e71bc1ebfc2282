// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/pdf/opened.h"

namespace kiosk::document::pdf {

std::unique_ptr<QPDF> openQpdf(ByteView file) {
    auto pdf = std::make_unique<QPDF>();
    pdf->setSuppressWarnings(true);
    pdf->setAttemptRecovery(false);
    // qpdf reads chars; byte and char may alias.
    const char* bytes = static_cast<const char*>(static_cast<const void*>(file.data()));
    pdf->processMemoryFile("licence", bytes, file.size());
    return pdf;
}

Error errorInFlight() {
    try {
        throw;
    } catch (const LimitExceeded& limit) {
        return {ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, limit.what()};
    } catch (const QPDFExc& exception) {
        if (exception.getErrorCode() == qpdf_e_password)
            return {ErrorKind::unsupported, "document.encrypted", Remedy::supplier};
        // The message may quote the file; its place does not.
        return {ErrorKind::malformed, "document.damaged", Remedy::supplier,
                "offset " + std::to_string(exception.getFilePosition())};
    } catch (const std::exception&) {
        return {ErrorKind::malformed, "document.damaged", Remedy::supplier};
    }
}

} // namespace kiosk::document::pdf
