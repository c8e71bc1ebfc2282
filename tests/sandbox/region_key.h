// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "firmware/authority/request.h"

namespace kiosk::sandbox {

/// The key pair envelopes are sealed to: the kiosk has the public half only.
class RegionKey {
public:
    /// Loads the SM2 key from `file`, or makes it there. Errors: "sandbox.key".
    static Result<RegionKey> open(const std::filesystem::path& file);

    ~RegionKey();
    RegionKey(RegionKey&&) noexcept;
    RegionKey& operator=(RegionKey&&) noexcept;

    std::string publicPem() const;
    /// What stands in the envelope; "envelope.garbled" (malformed, supplier) when it was not
    /// sealed to this region, was changed, or was sent under another key.
    Result<authority::Request> unseal(const authority::SealedRequest& sealed) const;

private:
    struct Pair;
    explicit RegionKey(std::unique_ptr<Pair> pair);
    std::unique_ptr<Pair> pair_;
};

} // namespace kiosk::sandbox
