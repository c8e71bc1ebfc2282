// SPDX-License-Identifier: Apache-2.0
#include "firmware/authority/json_dialect.h"

#include <array>

#include "firmware/base/iso_time.h"

namespace kiosk::authority::dialect {

namespace {

constexpr std::array<std::pair<LicenceState, std::string_view>, 7> kStates{{
    {LicenceState::valid, "01"},
    {LicenceState::suspended, "02"},
    {LicenceState::withdrawn, "03"},
    {LicenceState::cancelled, "04"},
    {LicenceState::expired, "05"},
    {LicenceState::revoked, "07"},
    {LicenceState::superseded, "08"},
}};

constexpr std::array<std::pair<Holder::Certificate, std::string_view>, 3> kCertificates{{
    {Holder::Certificate::residentIdCard, "居民身份证"},
    {Holder::Certificate::hkMacaoTaiwanPermit, "港澳台居民居住证"},
    {Holder::Certificate::permanentResidenceCard, "外国人永久居留身份证"},
}};

constexpr std::string_view kOtherState = "99";
constexpr std::string_view kOpenEnd = "长期";

} // namespace

Error refusal(int status) {
    constexpr std::array<std::pair<int, std::string_view>, 5> kOfGrants{{
        {kGrantMissing, "grant.missing"},
        {kGrantWithdrawn, "grant.revoked"},
        {kGrantOutOfTime, "grant.expired"},
        {kGrantDoesNotCover, "grant.not-covered"},
        {kEnterpriseUnknown, "grant.company-unknown"},
    }};
    for (const auto& [number, code] : kOfGrants) {
        if (number == status)
            return {ErrorKind::refused, code, Remedy::attendant, std::to_string(status)};
    }
    return {ErrorKind::refused, "authority.refused", Remedy::citizenAgain, std::to_string(status)};
}

std::string_view stateCode(LicenceState state) {
    for (const auto& [known, code] : kStates) {
        if (known == state)
            return code;
    }
    return kOtherState;
}

LicenceState stateOf(std::string_view code) {
    for (const auto& [state, known] : kStates) {
        if (known == code)
            return state;
    }
    return LicenceState::unknown;
}

std::string_view holderKindCode(Holder::Kind kind) {
    return kind == Holder::Kind::person ? "自然人" : "法人";
}

std::optional<Holder::Kind> holderKindOf(std::string_view code) {
    for (const auto kind : {Holder::Kind::person, Holder::Kind::enterprise}) {
        if (holderKindCode(kind) == code)
            return kind;
    }
    return std::nullopt;
}

std::string_view certificateName(std::optional<Holder::Certificate> certificate) {
    for (const auto& [known, name] : kCertificates) {
        if (known == certificate)
            return name;
    }
    return {};
}

std::optional<Holder::Certificate> certificateNamed(std::string_view name) {
    for (const auto& [certificate, known] : kCertificates) {
        if (known == name)
            return certificate;
    }
    return std::nullopt;
}

std::string dateText(const std::optional<Date>& date) {
    return date ? isoDate(*date) : std::string(kOpenEnd);
}

bool isOpenEnd(std::string_view text) {
    return text.empty() || text == kOpenEnd || text == "9999-12-31";
}

CopyRecord::State copyStateOf(std::string_view word) {
    using enum CopyRecord::State;
    for (const auto state : {reserved, printed, voided}) {
        if (name(state) == word)
            return state;
    }
    return unknown;
}

std::int64_t toMilliseconds(WallTime time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

WallTime fromMilliseconds(std::int64_t milliseconds) {
    return WallTime(std::chrono::milliseconds(milliseconds));
}

} // namespace kiosk::authority::dialect
