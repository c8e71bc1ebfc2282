// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/authority/authority.h"
#include "firmware/base/sqlite/database.h"
#include "tests/sandbox/issuing/issuer.h"

namespace kiosk::sandbox {

/// A copy number as the platform keeps it.
struct Copy {
    std::string number;
    std::string identifier;
    std::string purpose;
    std::string code; ///< as signed, so that the same key gives the very same
    /// By which grant it was printed: its number, the enterprise and the bearer, masked. Empty for
    /// a person's own licence.
    std::string onBehalf = {};
    authority::CopyRecord::State state = authority::CopyRecord::State::reserved;
    int pages = 0;
    WallTime expiresAt{};
    WallTime printedAt{};
};

/// What became of one key: however often it was received, it was executed once or not at all.
struct Delivery {
    std::string key;
    authority::Operation operation{};
    int receipts = 0;
    int executions = 0;
    std::string holderMasked;
    std::string pickupNumber;
    std::string note;
};

/// A region's tables. Not thread-safe: RegionService holds the lock.
class RegionStore {
public:
    /// A new file is filled with the region's seed.
    static Result<RegionStore> open(const std::filesystem::path& file, const Region& region);

    sqlite::Database& database() { return database_; }

    Result<std::vector<LicenceFace>> licencesOf(const std::string& holderCode);
    Result<std::optional<LicenceFace>> licence(const std::string& identifier);
    Result<> setState(const std::string& identifier, LicenceState state);

    Result<std::optional<Copy>> copyByKey(const std::string& key);
    Result<std::optional<Copy>> copy(const std::string& number);
    Result<> insertCopy(const Copy& copy, const std::string& key);
    Result<> updateCopy(const Copy& copy);
    Result<std::vector<Copy>> copies();

    /// Which files this platform has handed out for a licence.
    Result<> recordIssued(const std::string& identifier, const CopyCode::FileDigest& file);
    Result<bool> wasIssued(const std::string& identifier, const CopyCode::FileDigest& file);

    /// Counts the receipt. The envelope received first under this key.
    Result<Bytes> countReceipt(const authority::SealedRequest& request);
    Result<> recordExecution(const Delivery& delivery);
    Result<std::vector<Delivery>> deliveries();

private:
    RegionStore(sqlite::Database database, Region region)
        : database_(std::move(database)), region_(std::move(region)) {}
    Result<> seed();
    Result<> insert(const LicenceFace& face);
    Result<LicenceFace> faceFrom(const sqlite::Statement& row);
    Result<std::vector<LicenceFace>> selectLicences(std::string_view column,
                                                    const std::string& value);

    sqlite::Database database_;
    Region region_;
};

} // namespace kiosk::sandbox
