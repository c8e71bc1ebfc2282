// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "tests/sandbox/issuing/ofd_writer.h"
#include "tests/sandbox/issuing/ses_writer.h"

namespace kiosk::sandbox {

/// Those of the first signature.
inline constexpr std::string_view kDescriptionPath = "Doc_0/Signs/Sign_0/Signature.xml";
inline constexpr std::string_view kValuePath = "Doc_0/Signs/Sign_0/SignedValue.dat";
inline constexpr std::string_view kSignatureListPath = "Doc_0/Signs/Signatures.xml";

/// Where the seal's middle stands, and what it is made of and with.
struct Sealing {
    SealLayout layout = SealLayout::v4;
    int number = 0; ///< how many signatures there are already
    double x = 0;   ///< millimetres
    double y = 0;
    Bytes seal;                    ///< SESeal
    std::optional<Bytes> sealCopy; ///< what Seal.esl holds where it is not the same
    WallTime signedAt;
    enum class Timing { stated, missing };
    Timing timing = Timing::stated;                  ///< whether the value says when it was signed
    std::string checkMethod = "1.2.156.10197.1.401"; ///< the digests' algorithm as written
    std::vector<std::string> unprotected = {};       ///< paths left out of the digest list
    std::optional<std::string> property = std::nullopt; ///< propertyInfo where it is not the path
    ValueManner manner = {};
};

/// Adds the signature to a document's files: the list of signatures, the seal, the digests of every
/// file present, and the value over them.
Result<PackageFiles> sealed(PackageFiles files, const Sealing& sealing, const Keyholder& signer);

} // namespace kiosk::sandbox
