// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::verify {

/// The issuers this kiosk believes: certificates (DER) of roots, loaded as data. For now a folder
/// of PEM files; the signed list comes with the supervision work.
struct TrustList {
    std::vector<Bytes> roots;

    /// Reads every *.pem and *.crt in the folder. Errors: "trust.unreadable",
    /// "trust.not-a-certificate". An empty or missing folder is an error, "trust.empty": a kiosk
    /// that trusts nobody must say so.
    static Result<TrustList> load(const std::filesystem::path& folder);
};

} // namespace kiosk::verify
