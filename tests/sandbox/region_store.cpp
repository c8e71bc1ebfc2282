// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/region_store.h"

#include <array>

#include "tests/sandbox/seed/seed.h"

namespace kiosk::sandbox {

namespace {

using authority::CopyRecord;
using sqlite::Statement;

// Dates are days since 1970, times milliseconds; enums stand as their number.
constexpr std::array<std::string_view, 5> kForms{R"(
CREATE TABLE licence (
    identifier TEXT PRIMARY KEY, layout INTEGER NOT NULL,
    type_code TEXT NOT NULL, type_name TEXT NOT NULL, number TEXT NOT NULL,
    holder_kind INTEGER NOT NULL, holder_name TEXT NOT NULL, holder_code TEXT NOT NULL,
    issuer TEXT NOT NULL, issued_on INTEGER NOT NULL, expires_on INTEGER NOT NULL,
    state INTEGER NOT NULL
) STRICT;
CREATE INDEX licence_holder ON licence (holder_code);
CREATE TABLE licence_field (
    identifier TEXT NOT NULL REFERENCES licence, position INTEGER NOT NULL,
    label TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (identifier, position)
) STRICT;
CREATE TABLE copy (
    number TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    identifier TEXT NOT NULL REFERENCES licence, purpose TEXT NOT NULL,
    state INTEGER NOT NULL, pages INTEGER NOT NULL,
    expires_at INTEGER NOT NULL, printed_at INTEGER NOT NULL
) STRICT;
CREATE TABLE delivery (
    key TEXT PRIMARY KEY, operation TEXT NOT NULL, envelope BLOB NOT NULL,
    receipts INTEGER NOT NULL DEFAULT 0, executions INTEGER NOT NULL DEFAULT 0,
    holder_masked TEXT NOT NULL DEFAULT '', pickup_number TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;
)",
                                                 R"(
ALTER TABLE copy ADD COLUMN code TEXT NOT NULL DEFAULT '';
CREATE TABLE issued_file (
    identifier TEXT NOT NULL REFERENCES licence, digest BLOB NOT NULL,
    PRIMARY KEY (identifier, digest)
) STRICT;
)",
                                                 R"(
ALTER TABLE licence ADD COLUMN format INTEGER NOT NULL DEFAULT 0;
CREATE TABLE co_holder (
    identifier TEXT NOT NULL REFERENCES licence, position INTEGER NOT NULL,
    kind INTEGER NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL,
    PRIMARY KEY (identifier, position)
) STRICT;
)",
                                                 R"(
ALTER TABLE licence ADD COLUMN holder_certificate INTEGER NOT NULL DEFAULT -1;
ALTER TABLE co_holder ADD COLUMN certificate INTEGER NOT NULL DEFAULT -1;
)",
                                                 R"(
ALTER TABLE copy ADD COLUMN on_behalf TEXT NOT NULL DEFAULT '';
)"};

constexpr std::int64_t kOpenEnded = -1;
constexpr std::int64_t kNoCertificate = -1;

std::int64_t toDays(const Date& date) {
    return std::chrono::sys_days(date).time_since_epoch().count();
}

Date fromDays(std::int64_t days) {
    return std::chrono::sys_days(std::chrono::days(days));
}

std::int64_t toMilliseconds(WallTime time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

WallTime fromMilliseconds(std::int64_t milliseconds) {
    return WallTime(std::chrono::milliseconds(milliseconds));
}

template <typename Enum>
std::int64_t number(Enum value) {
    return static_cast<std::int64_t>(value);
}

std::int64_t certificateNumber(const Holder& holder) {
    return holder.certificate ? number(*holder.certificate) : kNoCertificate;
}

std::optional<Holder::Certificate> certificateFrom(std::int64_t number) {
    if (number == kNoCertificate)
        return std::nullopt;
    return static_cast<Holder::Certificate>(number);
}

Copy copyFrom(const Statement& row) {
    return {row.text(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.text(8),
            static_cast<CopyRecord::State>(row.integer(4)),
            static_cast<int>(row.integer(5)),
            fromMilliseconds(row.integer(6)),
            fromMilliseconds(row.integer(7))};
}

constexpr std::string_view kSelectCopy =
    "SELECT number, identifier, purpose, code, state, pages, expires_at, printed_at, "
    "on_behalf FROM copy ";

Result<std::optional<Copy>> oneCopy(sqlite::Database& database, std::string_view condition,
                                    const std::string& value) {
    Statement row = TRY(database.prepare(std::string(kSelectCopy) + std::string(condition)));
    if (!TRY(row.bind(value).step()))
        return std::nullopt;
    return copyFrom(row);
}

} // namespace

Result<RegionStore> RegionStore::open(const std::filesystem::path& file, const Region& region) {
    RegionStore store(TRY(sqlite::Database::open(file, "sandbox", kForms)), region);
    Statement count = TRY(store.database_.prepare("SELECT count(*) FROM licence"));
    TRY(count.step());
    if (count.integer(0) == 0)
        TRY(store.seed());
    return store;
}

Result<> RegionStore::seed() {
    auto transaction = TRY(sqlite::Transaction::begin(database_));
    for (const LicenceFace& face : sandbox::licencesOf(region_))
        TRY(insert(face));
    return transaction.commit();
}

Result<> RegionStore::insert(const LicenceFace& face) {
    const Licence& licence = face.licence;
    Statement added = TRY(
        database_.prepare("INSERT INTO licence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    added.bind(licence.identifier, number(face.layout), licence.typeCode, licence.typeName,
               licence.number, number(licence.holder.kind), licence.holder.name,
               licence.holder.code, licence.issuer, toDays(licence.issuedOn),
               licence.expiresOn ? toDays(*licence.expiresOn) : kOpenEnded, number(licence.state),
               number(face.format), certificateNumber(licence.holder));
    TRY(added.run());
    std::int64_t position = 0;
    for (const auto& [label, value] : face.fields) {
        Statement field = TRY(database_.prepare("INSERT INTO licence_field VALUES (?, ?, ?, ?)"));
        TRY(field.bind(licence.identifier, position++, label, value).run());
    }
    for (const Holder& holder : face.coHolders) {
        Statement other = TRY(database_.prepare("INSERT INTO co_holder VALUES (?, ?, ?, ?, ?, ?)"));
        TRY(other
                .bind(licence.identifier, position++, number(holder.kind), holder.name, holder.code,
                      certificateNumber(holder))
                .run());
    }
    return {};
}

Result<LicenceFace> RegionStore::faceFrom(const Statement& row) {
    LicenceFace face;
    Licence& licence = face.licence;
    licence.identifier = row.text(0);
    face.layout = static_cast<LicenceFace::Layout>(row.integer(1));
    licence.typeCode = row.text(2);
    licence.typeName = row.text(3);
    licence.number = row.text(4);
    licence.holder = {static_cast<Holder::Kind>(row.integer(5)), row.text(6), row.text(7),
                      certificateFrom(row.integer(13))};
    licence.region = region_;
    licence.issuer = row.text(8);
    licence.issuedOn = fromDays(row.integer(9));
    if (row.integer(10) != kOpenEnded)
        licence.expiresOn = fromDays(row.integer(10));
    licence.state = static_cast<LicenceState>(row.integer(11));
    face.format = static_cast<LicenceFile::Format>(row.integer(12));
    Statement field = TRY(database_.prepare(
        "SELECT label, value FROM licence_field WHERE identifier = ? ORDER BY position"));
    field.bind(licence.identifier);
    while (TRY(field.step()))
        face.fields.emplace_back(field.text(0), field.text(1));
    Statement other = TRY(database_.prepare("SELECT kind, name, code, certificate FROM co_holder "
                                            "WHERE identifier = ? ORDER BY position"));
    other.bind(licence.identifier);
    while (TRY(other.step()))
        face.coHolders.push_back({static_cast<Holder::Kind>(other.integer(0)), other.text(1),
                                  other.text(2), certificateFrom(other.integer(3))});
    return face;
}

Result<std::vector<LicenceFace>> RegionStore::selectLicences(std::string_view column,
                                                             const std::string& value) {
    Statement row = TRY(database_.prepare("SELECT * FROM licence WHERE " + std::string(column) +
                                          " = ? ORDER BY rowid"));
    row.bind(value);
    std::vector<LicenceFace> faces;
    while (TRY(row.step()))
        faces.push_back(TRY(faceFrom(row)));
    return faces;
}

Result<std::vector<LicenceFace>> RegionStore::licencesOf(const std::string& holderCode) {
    return selectLicences("holder_code", holderCode);
}

Result<std::optional<LicenceFace>> RegionStore::licence(const std::string& identifier) {
    auto faces = TRY(selectLicences("identifier", identifier));
    return faces.empty() ? std::nullopt : std::optional(std::move(faces.front()));
}

Result<> RegionStore::setState(const std::string& identifier, LicenceState state) {
    Statement set = TRY(database_.prepare("UPDATE licence SET state = ? WHERE identifier = ?"));
    return set.bind(number(state), identifier).run();
}

Result<std::optional<Copy>> RegionStore::copyByKey(const std::string& key) {
    return oneCopy(database_, "WHERE key = ?", key);
}

Result<std::optional<Copy>> RegionStore::copy(const std::string& copyNumber) {
    return oneCopy(database_, "WHERE number = ?", copyNumber);
}

Result<> RegionStore::insertCopy(const Copy& copy, const std::string& key) {
    Statement added =
        TRY(database_.prepare("INSERT INTO copy VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return added
        .bind(copy.number, key, copy.identifier, copy.purpose, number(copy.state), copy.pages,
              toMilliseconds(copy.expiresAt), toMilliseconds(copy.printedAt), copy.code,
              copy.onBehalf)
        .run();
}

Result<> RegionStore::recordIssued(const std::string& identifier,
                                   const CopyCode::FileDigest& file) {
    Statement added = TRY(database_.prepare("INSERT OR IGNORE INTO issued_file VALUES (?, ?)"));
    return added.bind(identifier, ByteView(file)).run();
}

Result<bool> RegionStore::wasIssued(const std::string& identifier,
                                    const CopyCode::FileDigest& file) {
    Statement row =
        TRY(database_.prepare("SELECT 1 FROM issued_file WHERE identifier = ? AND digest = ?"));
    return row.bind(identifier, ByteView(file)).step();
}

Result<> RegionStore::updateCopy(const Copy& copy) {
    Statement set = TRY(
        database_.prepare("UPDATE copy SET state = ?, pages = ?, printed_at = ? WHERE number = ?"));
    return set.bind(number(copy.state), copy.pages, toMilliseconds(copy.printedAt), copy.number)
        .run();
}

Result<std::vector<Copy>> RegionStore::copies() {
    Statement row = TRY(database_.prepare(std::string(kSelectCopy) + "ORDER BY rowid"));
    std::vector<Copy> copies;
    while (TRY(row.step()))
        copies.push_back(copyFrom(row));
    return copies;
}

Result<Bytes> RegionStore::countReceipt(const authority::SealedRequest& request) {
    Statement counted = TRY(database_.prepare(
        "INSERT INTO delivery (key, operation, envelope, receipts) VALUES (?, ?, ?, 1) "
        "ON CONFLICT (key) DO UPDATE SET receipts = receipts + 1 RETURNING envelope"));
    counted.bind(request.key, name(request.operation), ByteView(request.envelope));
    TRY(counted.step());
    Bytes first = counted.bytes(0);
    TRY(counted.run());
    return first;
}

Result<> RegionStore::recordExecution(const Delivery& delivery) {
    Statement set = TRY(database_.prepare(
        "UPDATE delivery SET executions = executions + 1, holder_masked = ?, pickup_number = ?, "
        "note = ? WHERE key = ?"));
    return set.bind(delivery.holderMasked, delivery.pickupNumber, delivery.note, delivery.key)
        .run();
}

Result<std::vector<Delivery>> RegionStore::deliveries() {
    Statement row = TRY(database_.prepare(
        "SELECT key, operation, receipts, executions, holder_masked, pickup_number, note "
        "FROM delivery ORDER BY rowid"));
    std::vector<Delivery> deliveries;
    while (TRY(row.step()))
        deliveries.push_back({row.text(0), TRY(authority::operationNamed(row.text(1))),
                              static_cast<int>(row.integer(2)), static_cast<int>(row.integer(3)),
                              row.text(4), row.text(5), row.text(6)});
    return deliveries;
}

} // namespace kiosk::sandbox
