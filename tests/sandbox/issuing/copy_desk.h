// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/licence/copy_code.h"
#include "firmware/licence/grant.h"
#include "firmware/licence/licence.h"
#include "tests/sandbox/issuing/keyholder.h"

namespace kiosk::sandbox {

/// Who signs the codes of a region's printed copies: a key of its own, certified by the region's
/// root, so that kiosks can be told to trust it for this and nothing else.
class CopyDesk {
public:
    /// A new key, certified by `root` for this time.
    static Result<CopyDesk> make(const Keyholder& root, const Region& region, WallTime from,
                                 WallTime until);
    /// From its folder (`copysigner` as .key and .pem), or made and kept there.
    static Result<CopyDesk> open(const std::filesystem::path& folder, const Keyholder& root,
                                 const Region& region, WallTime from, WallTime until);

    /// The code with the desk's key and signature put in.
    Result<CopyCode> sign(CopyCode code) const;
    /// A grant of the region, with the same key.
    Result<Grant> sign(Grant grant) const;
    std::string certificatePem() const { return key_.certificatePem(); }

private:
    explicit CopyDesk(Keyholder key) : key_(std::move(key)) {}

    Keyholder key_;
};

} // namespace kiosk::sandbox
