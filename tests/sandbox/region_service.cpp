// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/region_service.h"

#include <algorithm>
#include <cstdio>

#include "firmware/authority/json_dialect.h"
#include "firmware/licence/check_characters.h"
#include "firmware/verify/copy_verifier.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::sandbox {

namespace {

using authority::CopyRecord;

constexpr std::chrono::minutes kReservationLife{30};

std::unexpected<Error> refuse(Refusal why) {
    return fail(ErrorKind::refused, "authority.refused", Remedy::citizenAgain,
                std::to_string(static_cast<int>(why)));
}

WallTime wholeSecond(WallTime time) {
    return std::chrono::floor<std::chrono::seconds>(time);
}

/// Who leaves the certificate out means the resident ID card, as before others were known.
bool isSamePerson(const Holder& held, const Holder& asked) {
    constexpr auto kUsual = Holder::Certificate::residentIdCard;
    return held.name == asked.name &&
           held.certificate.value_or(kUsual) == asked.certificate.value_or(kUsual);
}

std::unexpected<Error> notFound() {
    return fail(ErrorKind::notFound, "authority.not-found", Remedy::citizenAgain);
}

} // namespace

Result<std::unique_ptr<RegionService>> RegionService::open(Parts parts) {
    std::error_code failure;
    std::filesystem::create_directories(parts.folder, failure);
    if (failure)
        return fail(ErrorKind::storage, "sandbox.storage", Remedy::technician, failure.message());
    RegionStore store = TRY(RegionStore::open(parts.folder / "region.db", parts.region));
    RegionKey key = TRY(RegionKey::open(parts.folder / "envelope.key"));
    return std::unique_ptr<RegionService>(
        new RegionService(std::move(parts), std::move(store), std::move(key)));
}

std::vector<authority::CatalogueEntry> RegionService::catalogue() const {
    return licenceTypes();
}

LicenceState RegionService::stateToday(const Licence& licence) const {
    const bool over =
        licence.expiresOn &&
        parts_.clock.wall() >= std::chrono::sys_days(*licence.expiresOn) + std::chrono::days(1);
    return over && licence.state == LicenceState::valid ? LicenceState::expired : licence.state;
}

Result<LicenceFace> RegionService::known(const std::string& identifier) {
    auto face = TRY(store_.licence(identifier));
    if (!face)
        return notFound();
    face->licence.state = stateToday(face->licence);
    return std::move(*face);
}

Result<std::vector<Licence>> RegionService::search(const Holder& holder) {
    if (holder.kind == Holder::Kind::enterprise)
        return searchBy(holder, {});
    const std::scoped_lock lock(mutex_);
    return licencesOf(holder);
}

Result<std::vector<authority::GrantEntry>> RegionService::grants(const Holder& person) {
    return grants_.handedTo(person);
}

Result<std::vector<Licence>> RegionService::searchBy(const Holder& enterprise,
                                                     const std::string& grantNumber) {
    const SeededGrant* grant = TRY(grants_.find(grantNumber, enterprise.code));
    const std::scoped_lock lock(mutex_);
    std::vector<Licence> licences = TRY(licencesOf(enterprise));
    if (licences.empty())
        return std::unexpected(authority::dialect::refusal(authority::dialect::kEnterpriseUnknown));
    std::erase_if(licences, [grant](const Licence& licence) {
        return !coversType(grant->grant, licence.typeCode);
    });
    return licences;
}

/// A person's licence needs none.
Result<> RegionService::checkGrant(const Licence& licence, const std::string& grantNumber,
                                   std::string_view purposeKey) const {
    if (licence.holder.kind == Holder::Kind::person)
        return {};
    const SeededGrant* grant = TRY(grants_.find(grantNumber, licence.holder.code));
    if (!coversType(grant->grant, licence.typeCode) ||
        (!purposeKey.empty() && !coversPurpose(grant->grant, purposeKey)))
        return std::unexpected(authority::dialect::refusal(authority::dialect::kGrantDoesNotCover));
    return {};
}

Result<std::vector<Licence>> RegionService::licencesOf(const Holder& holder) {
    std::vector<Licence> licences;
    std::vector<LicenceFace> faces = TRY(store_.licencesOf(holder.code));
    for (LicenceFace& face : faces) {
        if (!isSamePerson(face.licence.holder, holder))
            return refuse(Refusal::holderMismatch);
        face.licence.state = stateToday(face.licence);
        licences.push_back(std::move(face.licence));
    }
    return licences;
}

Result<LicenceFile> RegionService::fetch(const authority::FileWish& wish) {
    LicenceFace face;
    {
        const std::scoped_lock lock(mutex_);
        face = TRY(known(wish.identifier));
    }
    TRY(checkGrant(face.licence, wish.grantNumber, {})); // one may look whatever it is for
    LicenceFile file = TRY(parts_.makeDocument(face, parts_.clock.wall()));
    const std::scoped_lock lock(mutex_);
    TRY(store_.recordIssued(wish.identifier, verify::copyDigest(file.content)));
    return file;
}

Result<LicenceState> RegionService::status(const std::string& identifier) {
    const std::scoped_lock lock(mutex_);
    return TRY(known(identifier)).licence.state;
}

std::string RegionService::freshCopyNumber(std::size_t serial) {
    // Without characters that are mistaken for one another.
    constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKLMNPQRTUWXY";
    std::string number;
    for (int i = 0; i < 8; ++i) {
        if (i == 4)
            number += '-';
        number += kAlphabet[parts_.random.next() % kAlphabet.size()];
    }
    char tail[8];
    std::snprintf(tail, sizeof tail, "-%04zu", serial % 10000);
    return number + tail;
}

Result<std::string> RegionService::unusedCopyNumber() {
    const std::size_t serial = TRY(store_.copies()).size() + 1;
    std::string number = freshCopyNumber(serial);
    while (TRY(store_.copy(number)))
        number = freshCopyNumber(serial);
    return number;
}

Result<authority::CopyReservation> RegionService::reserveCopy(const authority::CopyWish& wish) {
    const std::scoped_lock lock(mutex_);
    if (const auto earlier = TRY(store_.copyByKey(wish.key))) {
        if (earlier->identifier != wish.identifier)
            return refuse(Refusal::keyReused);
        return authority::CopyReservation{TRY(parseCopyCode(earlier->code)), earlier->expiresAt};
    }
    const Licence licence = TRY(known(wish.identifier)).licence;
    TRY(checkGrant(licence, wish.grantNumber, wish.purpose.key));
    if (licence.state != LicenceState::valid)
        return refuse(Refusal::licenceNotUsable);
    if (!TRY(store_.wasIssued(wish.identifier, wish.fileDigest)))
        return refuse(Refusal::fileUnknown);
    const CopyCode code = TRY(parts_.signCopy({.regionCode = parts_.region.code,
                                               .copyNumber = TRY(unusedCopyNumber()),
                                               .typeCode = licence.typeCode,
                                               .purposeKey = wish.purpose.key,
                                               .reservedAt = wholeSecond(parts_.clock.wall()),
                                               .fileDigest = wish.fileDigest}));
    const Copy copy{.number = code.copyNumber,
                    .identifier = wish.identifier,
                    .purpose = wish.purpose.text,
                    .code = toText(code),
                    .onBehalf = grants_.record(wish.grantNumber),
                    .expiresAt = parts_.clock.wall() + kReservationLife};
    TRY(store_.insertCopy(copy, wish.key));
    return authority::CopyReservation{code, copy.expiresAt};
}

Result<> RegionService::confirmCopy(const std::string& copyNumber, int pages) {
    const std::scoped_lock lock(mutex_);
    return confirmLocked(copyNumber, pages);
}

Result<> RegionService::confirmLocked(const std::string& copyNumber, int pages) {
    std::optional<Copy> copy = TRY(store_.copy(copyNumber));
    if (!copy)
        return notFound();
    const auto wanted = pages > 0 ? CopyRecord::State::printed : CopyRecord::State::voided;
    if (copy->state == wanted && copy->pages == pages)
        return {};
    // A reprint voids the old number first; a voided number never becomes good again.
    if (copy->state == CopyRecord::State::voided)
        return refuse(Refusal::copyState);
    copy->state = wanted;
    copy->pages = pages;
    if (pages > 0)
        copy->printedAt = parts_.clock.wall();
    return store_.updateCopy(*copy);
}

Result<CopyRecord> RegionService::checkCopy(const std::string& copyNumber) {
    const std::scoped_lock lock(mutex_);
    const auto copy = TRY(store_.copy(copyNumber));
    if (!copy)
        return notFound();
    const LicenceFace face = TRY(known(copy->identifier));
    return CopyRecord{copy->state,   face.licence.typeName, maskedName(face.licence.holder.name),
                      copy->purpose, face.licence.state,    copy->printedAt};
}

Result<> RegionService::submit(const authority::SealedRequest& sealed) {
    const std::scoped_lock lock(mutex_);
    // The receipt counts even when the request is then refused.
    if (TRY(store_.countReceipt(sealed)) != sealed.envelope)
        return refuse(Refusal::keyReused);
    const std::vector<Delivery> earlier = TRY(store_.deliveries());
    for (const Delivery& delivery : earlier) {
        if (delivery.key == sealed.key && delivery.executions > 0)
            return {};
    }
    return execute(sealed);
}

Result<> RegionService::execute(const authority::SealedRequest& sealed) {
    const auto request = key_.unseal(sealed);
    if (!request)
        return refuse(Refusal::envelopeUnreadable);
    auto transaction = TRY(sqlite::Transaction::begin(store_.database()));
    if (request->operation == authority::Operation::confirmCopy)
        TRY(confirmLocked(request->copyNumber, request->pages));
    TRY(store_.recordExecution({.key = request->key,
                                .operation = request->operation,
                                .holderMasked = maskedName(request->holderName),
                                .pickupNumber = request->pickupNumber,
                                .note = request->note}));
    return transaction.commit();
}

Result<> RegionService::setState(const std::string& identifier, LicenceState state) {
    const std::scoped_lock lock(mutex_);
    TRY(known(identifier));
    return store_.setState(identifier, state);
}

Result<std::vector<Copy>> RegionService::copies() {
    const std::scoped_lock lock(mutex_);
    return store_.copies();
}

Result<std::vector<Delivery>> RegionService::deliveries() {
    const std::scoped_lock lock(mutex_);
    return store_.deliveries();
}

} // namespace kiosk::sandbox
