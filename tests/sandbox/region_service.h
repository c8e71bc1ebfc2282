// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>

#include "firmware/base/random.h"
#include "tests/sandbox/grant_desk.h"
#include "tests/sandbox/region_key.h"
#include "tests/sandbox/region_store.h"

namespace kiosk::sandbox {

/// Why the platform says no: `detail` of "authority.refused" holds the number, the wire the same.
enum class Refusal {
    holderMismatch = 11,     ///< name, number and certificate do not belong together
    licenceNotUsable = 120,  ///< revoked, expired …: no copy of it
    keyReused = 130,         ///< the same key with another content
    copyState = 131,         ///< a voided copy cannot be printed
    fileUnknown = 132,       ///< not a file this platform handed out for that licence
    envelopeUnreadable = 140 ///< not sealed to this region, or changed; of grants: grant_desk.h
};

/// Makes the licence's file, sealed at the time given.
using DocumentMaker = std::function<Result<LicenceFile>(const LicenceFace&, WallTime signedAt)>;

/// Puts the region's key and signature into the code of a copy.
using CopySigning = std::function<Result<CopyCode>(CopyCode)>;

/// One region's licence platform without any wire: what it decides, and what it remembers in
/// SQLite. Thread-safe. Errors are those of authority::Authority, as far as a platform can cause
/// them, and "sandbox.storage".
class RegionService {
public:
    struct Parts {
        Region region;
        std::filesystem::path folder; ///< the store and the region's key live here
        DocumentMaker makeDocument;
        CopySigning signCopy;
        GrantSigning signGrant;
        const Clock& clock;
        RandomSource& random;
    };
    static Result<std::unique_ptr<RegionService>> open(Parts parts);

    const Region& region() const { return parts_.region; }
    /// What kiosks seal their queued requests to.
    std::string envelopeKeyPem() const { return key_.publicPem(); }

    std::vector<authority::CatalogueEntry> catalogue() const;
    Result<std::vector<Licence>> search(const Holder& holder);
    /// What a person is handed out, right or wrong.
    Result<std::vector<authority::GrantEntry>> grants(const Holder& person);
    /// The enterprise's licences that the grant of this number covers.
    Result<std::vector<Licence>> searchBy(const Holder& enterprise, const std::string& grantNumber);
    Result<LicenceFile> fetch(const authority::FileWish& wish);
    Result<LicenceState> status(const std::string& identifier);
    Result<authority::CopyReservation> reserveCopy(const authority::CopyWish& wish);
    Result<> confirmCopy(const std::string& copyNumber, int pages);
    Result<authority::CopyRecord> checkCopy(const std::string& copyNumber);
    Result<> submit(const authority::SealedRequest& request);

    /// The issuer's decision, for tests: revoked from now on.
    Result<> setState(const std::string& identifier, LicenceState state);
    Result<std::vector<Copy>> copies();
    Result<std::vector<Delivery>> deliveries();

private:
    RegionService(Parts parts, RegionStore store, RegionKey key)
        : parts_(std::move(parts)),
          grants_(parts_.region, parts_.clock, parts_.signGrant),
          store_(std::move(store)),
          key_(std::move(key)) {}

    LicenceState stateToday(const Licence& licence) const;
    Result<LicenceFace> known(const std::string& identifier);
    Result<std::vector<Licence>> licencesOf(const Holder& holder);
    Result<> checkGrant(const Licence& licence, const std::string& grantNumber,
                        std::string_view purposeKey) const;
    Result<> confirmLocked(const std::string& copyNumber, int pages);
    Result<> execute(const authority::SealedRequest& sealed);
    std::string freshCopyNumber(std::size_t serial);
    Result<std::string> unusedCopyNumber();

    Parts parts_;
    GrantDesk grants_;
    std::mutex mutex_; ///< guards store_
    RegionStore store_;
    RegionKey key_;
};

} // namespace kiosk::sandbox
