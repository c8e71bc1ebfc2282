// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "firmware/base/clock.h"
#include "firmware/licence/copy_code.h"
#include "firmware/licence/grant.h"
#include "firmware/licence/licence.h"
#include "tests/sandbox/issuing/making.h"

namespace kiosk::sandbox {

class Office;

/// What stands on a licence: the entry and its type's own face fields, in order.
struct LicenceFace {
    enum class Layout {
        businessLicence,
        residencePermit,
        drivingLicence,
        marriageCertificate,
        propertyCertificate,
        foodPermit,
        plain
    };

    Layout layout = Layout::plain;
    Licence licence;
    std::vector<std::pair<std::string, std::string>> fields; ///< label, value: "经营范围", "…"
    std::vector<Holder> coHolders = {};                      ///< beside the licence's own holder
    LicenceFile::Format format = LicenceFile::Format::ofd;   ///< in which it is handed out

    bool operator==(const LicenceFace&) const = default;
};

/// A region's issuing office: owns an SM2 root, a seal maker, a signer and an electronic seal
/// (GB/T 38540 v4), and makes sealed licences. Keys are invented and made at first use.
class Issuer {
public:
    /// Loads the office's keys from `folder`, or makes them there. Valid from one year before `now`
    /// for ten years.
    static Result<Issuer> open(const std::filesystem::path& folder, const Region& region,
                               WallTime now);

    ~Issuer();
    Issuer(Issuer&&) noexcept;
    Issuer& operator=(Issuer&&) noexcept;

    /// A complete OFD package, sealed at `signedAt`.
    Result<Bytes> makeOfd(const LicenceFace& face, WallTime signedAt) const;
    /// The same with another kind of seal, or with something wrong: for tests.
    Result<Bytes> makeOfd(const LicenceFace& face, WallTime signedAt, const Making& making) const;
    /// A page of PDF with the same face, sealed at `signedAt`.
    Result<Bytes> makePdf(const LicenceFace& face, WallTime signedAt,
                          const PdfMaking& making = {}) const;
    /// The file as the office hands it out, in the face's format.
    Result<LicenceFile> issue(const LicenceFace& face, WallTime signedAt) const;
    /// The root certificate for a kiosk's trust folder.
    std::string rootPem() const;

    /// Puts the office's key and signature into the code of a printed copy.
    Result<CopyCode> signCopy(CopyCode code) const;
    /// The same into a grant.
    Result<Grant> signGrant(Grant grant) const;
    /// Whose signature that is, for a kiosk's folder of copy signers.
    std::string copySignerPem() const;

private:
    explicit Issuer(std::unique_ptr<Office> office);
    std::unique_ptr<Office> office_;
};

} // namespace kiosk::sandbox
