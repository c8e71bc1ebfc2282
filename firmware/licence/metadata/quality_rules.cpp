// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/licence/metadata/codes.h"
#include "firmware/licence/metadata/identifier.h"
#include "firmware/licence/metadata/identity_number.h"
#include "firmware/licence/metadata/quality.h"

namespace kiosk {

namespace {

namespace field {
constexpr std::string_view kIdentifier = "CertificateIdentifier";
constexpr std::string_view kTypeCode = "CertificateTypeCode";
constexpr std::string_view kIssuerCode = "CertificateIssuingAuthorityCode";
constexpr std::string_view kHolderName = "CertificateHolderName";
constexpr std::string_view kHolderCode = "CertificateHolderCode";
constexpr std::string_view kIssuedOn = "CertificateIssuedDate";
constexpr std::string_view kEffectiveOn = "CertificateEffectiveDate";
constexpr std::string_view kExpiresOn = "CertificateExpiringDate";
} // namespace field

/// What older systems write for a character that they have no code for: a private one of their
/// own, or a mark.
bool isPlaceHolder(char32_t character) {
    constexpr std::u32string_view kMarks = U"?？□〓\uFFFD";
    const bool isPrivate = (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000;
    return isPrivate || kMarks.contains(character);
}

/// Of those that GB 18030-2022 got by amendment 1: extensions G, H and I.
bool isOfAmendment(char32_t character) {
    return (character >= 0x30000 && character <= 0x323AF) ||
           (character >= 0x2EBF0 && character <= 0x2EE5D);
}

/// Collects findings about one licence's data; one function for each kind of field.
class Judge {
public:
    explicit Judge(Date today) : today_(today) {}

    void identifier(const LicenceMetadata& metadata) {
        if (metadata.identifier.empty())
            return add(Quality::identifierMissing, field::kIdentifier);
        const auto identifier = parseIdentifier(metadata.identifier);
        if (!identifier)
            return add(Quality::identifierMalformed, field::kIdentifier);
        const IdentifierCheck check = judgeCheck(*identifier);
        if (check == IdentifierCheck::variant)
            add(Quality::identifierCheckVariant, field::kIdentifier);
        if (check == IdentifierCheck::wrong)
            add(Quality::identifierCheckWrong, field::kIdentifier);
        if (!metadata.typeCode.empty() && metadata.typeCode != identifier->typeCode)
            add(Quality::identifierTypeDiffers, field::kIdentifier);
        issuerCode(metadata.issuerCode.empty() ? identifier->authorityCode : metadata.issuerCode);
    }

    void typeCode(const std::string& code) {
        if (!code.empty() && !isTypeCode(code))
            add(Quality::typeCodeMalformed, field::kTypeCode);
    }

    void holders(const LicenceMetadata& metadata) {
        if (metadata.holders.empty())
            add(Quality::holderMissing, field::kHolderName);
        if (!metadata.holdersMatch)
            add(Quality::holderCountsDiffer, field::kHolderCode);
        for (const Holder& holder : metadata.holders) {
            holderName(codePoints(holder.name));
            holderCode(holder);
        }
    }

    void dates(const LicenceMetadata& metadata) {
        date(metadata.issuedOn, field::kIssuedOn);
        date(metadata.effectiveOn, field::kEffectiveOn);
        date(metadata.expiresOn, field::kExpiresOn);
        if (isDay(metadata.issuedOn) && metadata.issuedOn.day > today_)
            add(Quality::dateAhead, field::kIssuedOn);
        const StatedDate& start =
            isDay(metadata.effectiveOn) ? metadata.effectiveOn : metadata.issuedOn;
        if (isDay(start) && isDay(metadata.expiresOn) && metadata.expiresOn.day < start.day)
            add(Quality::datesOutOfOrder, field::kExpiresOn);
    }

    std::vector<QualityFinding> findings() && { return std::move(findings_); }

private:
    static bool isDay(const StatedDate& date) { return date.kind == StatedDate::Kind::day; }

    void add(Quality code, std::string_view field) { findings_.push_back({code, field}); }

    void issuerCode(const std::string& code) {
        if (readCreditCode(code).shaped)
            creditCode(code, field::kIssuerCode);
        else
            add(Quality::issuerCodeOther, field::kIssuerCode);
    }

    void creditCode(const std::string& code, std::string_view field) {
        const CreditCode read = readCreditCode(code);
        if (!read.checkRight)
            add(Quality::creditCodeCheckWrong, field);
        if (!read.bodyCheckRight)
            add(Quality::creditCodeBodyCheckWrong, field);
        division(read.division, field);
    }

    void holderName(std::u32string_view name) {
        if (std::ranges::any_of(name, isPlaceHolder))
            add(Quality::holderNameUnencoded, field::kHolderName);
        if (std::ranges::any_of(name, isOfAmendment))
            add(Quality::holderNameNewest, field::kHolderName);
    }

    void holderCode(const Holder& holder) {
        if (holder.code.empty())
            add(Quality::holderCodeMissing, field::kHolderCode);
        else if (holder.kind == Holder::Kind::person)
            identityNumber(holder.code);
        else if (readCreditCode(holder.code).shaped)
            creditCode(holder.code, field::kHolderCode);
        else
            add(Quality::holderCodeUnknown, field::kHolderCode);
    }

    void identityNumber(const std::string& number) {
        const IdentityNumber read = readIdentityNumber(number);
        if (read.kind == IdentityKind::other)
            return add(Quality::holderCodeUnknown, field::kHolderCode);
        if (!read.checkRight)
            add(Quality::identityNumberCheckWrong, field::kHolderCode);
        if (!read.dateReal)
            add(Quality::identityNumberDateUnreal, field::kHolderCode);
        if (read.bornOn && *read.bornOn > today_)
            add(Quality::identityNumberDateAhead, field::kHolderCode);
        if (read.kind == IdentityKind::citizenBefore1999)
            add(Quality::identityNumberOldForm, field::kHolderCode);
        division(read.division, field::kHolderCode);
    }

    void division(std::string_view division, std::string_view field) {
        if (!division.empty() && !isKnownProvince(division))
            add(Quality::divisionUnknown, field);
    }

    void date(const StatedDate& date, std::string_view field) {
        if (date.kind == StatedDate::Kind::unreadable)
            add(Quality::dateUnreadable, field);
    }

    Date today_;
    std::vector<QualityFinding> findings_;
};

} // namespace

std::vector<QualityFinding> judgeQuality(const LicenceMetadata& metadata, Date today) {
    Judge judge(today);
    judge.identifier(metadata);
    judge.typeCode(metadata.typeCode);
    judge.holders(metadata);
    judge.dates(metadata);
    return std::move(judge).findings();
}

} // namespace kiosk
