// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/metadata/quality.h"

#include <array>

namespace kiosk {

namespace {

using enum QualityFinding::Severity;

struct Described {
    Quality code;
    std::string_view name;
    QualityFinding::Severity severity;
};

/// In the order of Quality.
constexpr std::array kDescribed{
    Described{Quality::identifierMissing, "identifier.missing", note},
    Described{Quality::identifierMalformed, "identifier.malformed", advice},
    Described{Quality::identifierCheckVariant, "identifier.check-variant", note},
    Described{Quality::identifierCheckWrong, "identifier.check-wrong", advice},
    Described{Quality::identifierTypeDiffers, "identifier.type-differs", advice},
    Described{Quality::typeCodeMalformed, "type-code.malformed", advice},
    Described{Quality::issuerCodeOther, "issuer-code.no-credit-code", note},
    Described{Quality::creditCodeCheckWrong, "credit-code.check-wrong", advice},
    Described{Quality::creditCodeBodyCheckWrong, "credit-code.body-check-wrong", note},
    Described{Quality::holderMissing, "holder.missing", note},
    Described{Quality::holderNameUnencoded, "holder-name.unencoded", advice},
    Described{Quality::holderNameNewest, "holder-name.newest", note},
    Described{Quality::holderCodeMissing, "holder.code-missing", note},
    Described{Quality::holderCodeUnknown, "holder.code-unknown", note},
    Described{Quality::holderCountsDiffer, "holder.counts-differ", advice},
    Described{Quality::identityNumberCheckWrong, "identity-number.check-wrong", advice},
    Described{Quality::identityNumberDateUnreal, "identity-number.date-unreal", advice},
    Described{Quality::identityNumberDateAhead, "identity-number.date-ahead", advice},
    Described{Quality::identityNumberOldForm, "identity-number.old-form", note},
    Described{Quality::divisionUnknown, "division.unknown", note},
    Described{Quality::dateUnreadable, "date.unreadable", advice},
    Described{Quality::dateAhead, "date.ahead", advice},
    Described{Quality::datesOutOfOrder, "dates.out-of-order", advice},
};

constexpr auto codesOf(const auto& described) {
    std::array<Quality, std::tuple_size_v<std::remove_cvref_t<decltype(described)>>> codes{};
    for (std::size_t i = 0; i < codes.size(); ++i)
        codes[i] = described[i].code;
    return codes;
}

constexpr auto kCodes = codesOf(kDescribed);

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kCodes.size(); ++i)
        if (kCodes[i] != static_cast<Quality>(i))
            return false;
    return kCodes.back() == Quality::datesOutOfOrder;
}
static_assert(inOrder());

const Described& describe(Quality code) {
    return kDescribed.at(static_cast<std::size_t>(code));
}

} // namespace

std::string_view name(Quality code) {
    return describe(code).name;
}

QualityFinding::Severity severityOf(Quality code) {
    return describe(code).severity;
}

std::string_view name(QualityFinding::Severity severity) {
    return severity == note ? "note" : "advice";
}

std::span<const Quality> allQualities() {
    return kCodes;
}

} // namespace kiosk
