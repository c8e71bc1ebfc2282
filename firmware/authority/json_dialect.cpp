// SPDX-License-Identifier: Apache-2.0
#include "firmware/authority/json_dialect.h"

#include <array>
#include <cstdio>

#include "firmware/base/text.h"

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
    if (!date)
        return std::string(kOpenEnd);
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date->year()),
                  static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day()));
    return text;
}

std::optional<Date> dateOf(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = parseInteger(text.substr(0, 4));
    const auto month = parseInteger(text.substr(5, 2));
    const auto day = parseInteger(text.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *day < 1)
        return std::nullopt;
    const Date date(std::chrono::year(static_cast<int>(*year)),
                    std::chrono::month(static_cast<unsigned>(*month)),
                    std::chrono::day(static_cast<unsigned>(*day)));
    return date.ok() ? std::optional(date) : std::nullopt;
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
