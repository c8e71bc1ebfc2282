// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/licence/licence.h"
#include "tests/sandbox/issuing/copy_desk.h"
#include "tests/sandbox/issuing/making.h"
#include "tests/sandbox/issuing/sealing.h"

namespace kiosk::sandbox {

/// The keys and the seal of one region's issuing office.
class Office {
public:
    /// From its folder, or made there: `root`, `sealmaker`, `signer` and `copysigner` as .key and
    /// .pem.
    static Result<Office> open(const std::filesystem::path& folder, const Region& region,
                               WallTime now);
    /// The same with another picture (PNG) in the seal.
    static Result<Office> open(const std::filesystem::path& folder, const Region& region,
                               WallTime now, Bytes picture);

    const Keyholder& root() const { return root_; }
    const CopyDesk& copyDesk() const { return copyDesk_; }

    /// Seals the files as told, faults included.
    Result<PackageFiles> seal(PackageFiles files, Sealing sealing, const Making& making) const;

private:
    Office(Region region, Keyholder root, Keyholder maker, Keyholder signer, CopyDesk copyDesk,
           Bytes picture);

    Result<Keyholder> signerFor(const Making& making, WallTime signedAt) const;
    Result<PackageFiles> sealAgain(PackageFiles files, Sealing sealing, const Making& making,
                                   const Keyholder& signer) const;
    Result<Bytes> sealFor(const Making& making, WallTime signedAt,
                          const Keyholder& actualSigner) const;

    Region region_;
    Keyholder root_;
    Keyholder maker_;
    Keyholder signer_;
    CopyDesk copyDesk_;
    WallTime validFrom_;
    WallTime validUntil_;
    Bytes picture_;
};

} // namespace kiosk::sandbox
