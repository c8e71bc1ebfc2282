// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "firmware/base/bytes.h"
#include "firmware/licence/copy_code.h"

namespace kiosk::verify {

/// Who signs the codes of one region's printed copies.
struct CopySigner {
    std::string regionCode; ///< six digits
    CopyCode::SignerKey key{};
    Bytes certificate; ///< DER; believed only where it leads to one of the roots
};

/// The issuers this kiosk believes: certificates (DER) of roots, loaded as data. For now a folder
/// of PEM files; the signed list comes with the supervision work.
struct TrustList {
    std::vector<Bytes> roots;
    std::vector<CopySigner> copySigners; ///< may be none: then no code of a copy is genuine

    /// Reads every *.pem and *.crt in the folder, and in its folder "copy-signers", where a file is
    /// named after the region its certificates sign for: "990000.pem", "990000-2027.pem". Errors:
    /// "trust.unreadable", "trust.not-a-certificate", "trust.not-a-region". An empty or missing
    /// folder of roots is an error, "trust.empty": a kiosk that trusts nobody must say so.
    static Result<TrustList> load(const std::filesystem::path& folder);

    /// "3F7A-09C2": short for what the list holds. Two lists with one name hold the same.
    std::string name() const;
};

/// How a copy's code names the key of this certificate. Error "seal.certificate".
Result<CopyCode::SignerKey> copySignerKey(ByteView certificate);

} // namespace kiosk::verify
