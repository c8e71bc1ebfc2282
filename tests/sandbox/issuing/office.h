// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/issuing/certifying.h"
#include "tests/sandbox/issuing/copy_desk.h"
#include "tests/sandbox/issuing/pdf_face.h"
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
    /// Seals the page as told, its picture on it: CMS over its bytes (ISO 32000-1, 12.8).
    Result<Bytes> seal(const PdfFace& page, WallTime signedAt, const PdfMaking& making) const;

private:
    Office(Region region, Keyholder root, Keyholder maker, Keyholder signer, CopyDesk copyDesk,
           Bytes picture);

    Certifying certifying() const;
    /// What puts a token over the bytes given.
    Result<std::function<Result<Bytes>(ByteView)>> stampingFor(const Stamping& stamping,
                                                               WallTime signedAt) const;
    Result<PackageFiles> sealAgain(PackageFiles files, Sealing sealing, const Making& making,
                                   const Keyholder& signer) const;
    Result<Bytes> sealFor(const Making& making, WallTime signedAt, const Bytes& listedSigner) const;

    Region region_;
    Keyholder root_;
    Keyholder maker_;
    Keyholder signer_;
    CopyDesk copyDesk_;
    Validity validity_;
    Bytes picture_;
};

} // namespace kiosk::sandbox
