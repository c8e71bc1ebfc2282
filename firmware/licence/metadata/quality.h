// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/licence/metadata/metadata.h"

namespace kiosk {

/// What may be odd about a licence's data: a closed list. Nothing here makes a licence less
/// genuine; it tells the issuing region what to look after.
enum class Quality {
    identifierMissing,
    identifierMalformed,
    identifierCheckVariant, ///< computed as one province does
    identifierCheckWrong,
    identifierTypeDiffers, ///< from the type code beside it
    typeCodeMalformed,
    issuerCodeOther, ///< no credit code, as in older data
    creditCodeCheckWrong,
    creditCodeBodyCheckWrong,
    holderMissing,
    holderNameUnencoded, ///< a place holder where its maker had no code for a character
    holderNameNewest,    ///< a character of amendment 1 to GB 18030-2022: few fonts have it
    holderCodeMissing,
    holderCodeUnknown, ///< of no form we know: a foreign passport may be
    holderCountsDiffer,
    identityNumberCheckWrong,
    identityNumberDateUnreal,
    identityNumberDateAhead,
    identityNumberOldForm,
    divisionUnknown, ///< of no province
    dateUnreadable,
    dateAhead, ///< issued after today
    datesOutOfOrder,
};

/// One oddity and the field it is in, by its name in GB/T 36903. Holds no value: findings may be
/// kept and counted.
struct QualityFinding {
    /// A note is normal in some data; an advice is a mistake somebody can mend.
    enum class Severity { note, advice };

    Quality code = Quality::identifierMissing;
    std::string_view field;

    bool operator==(const QualityFinding&) const = default;
};

std::string_view name(Quality code); ///< "identifier.check-wrong"
QualityFinding::Severity severityOf(Quality code);
std::string_view name(QualityFinding::Severity severity);

/// Every code there is, in the order of the enumeration.
std::span<const Quality> allQualities();

/// Everything odd about the metadata, seen on `today`.
std::vector<QualityFinding> judgeQuality(const LicenceMetadata& metadata, Date today);

} // namespace kiosk
