// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/document/document.h"
#include "firmware/document/package.h"

namespace kiosk::verify {

/// A file with the digest it had when it was signed.
struct ProtectedFile {
    std::string path; ///< in the package; as written where it leads nowhere
    Bytes digest;     ///< empty where the value was no base64: equals nothing
};

struct StampPlace {
    std::string pageId;
    document::BoxMm boundary;
    std::optional<document::BoxMm> clip;
};

/// One Signature.xml (GB/T 33190 clause 18.2).
struct SignatureDescription {
    std::string path;        ///< its own, in the package
    std::string checkMethod; ///< as written; "MD5", the schema's default, where it says nothing
    std::vector<ProtectedFile> files;
    std::vector<StampPlace> stamps;
    std::string sealPath; ///< empty where there is no copy of the seal
    std::string valuePath;
};

/// The paths of all Signature.xml that the document names, in the order of its list; none where it
/// is unsigned. Errors: "document.…" when the list cannot be read, "verify.too-many-signatures".
Result<std::vector<std::string>> signaturePaths(const document::Package& package);

/// Errors: "document.…", "verify.too-many-references".
Result<SignatureDescription> readSignature(const document::Package& package,
                                           const std::string& path);

} // namespace kiosk::verify
