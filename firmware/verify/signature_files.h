// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/document/document.h"
#include "firmware/document/package.h"

namespace kiosk::verify {

/// Real files have one to three; each costs a pass over the whole package.
inline constexpr std::size_t kMostSignatures = 32;

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

/// Signatures.xml: the signatures in the order they were made.
struct SignatureList {
    std::string path;                    ///< its own, in the package; empty where it is unsigned
    std::vector<std::string> signatures; ///< the paths of all Signature.xml it names
};

/// Errors: "document.…" when the list cannot be read, "verify.too-many-signatures".
Result<SignatureList> signatureList(const document::Package& package);

/// Errors: "document.…", "verify.too-many-references".
Result<SignatureDescription> readSignature(const document::Package& package,
                                           const std::string& path);

} // namespace kiosk::verify
