// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/authority/authority.h"

namespace kiosk::authority::dialect {

/// The calls, as paths.
inline constexpr std::string_view kCatalogue = "/elssp/v1/GetCertificateType";
inline constexpr std::string_view kSearch = "/elssp/v1/Retrieval";
inline constexpr std::string_view kGrants = "/elssp/v1/GetGrants";
inline constexpr std::string_view kFetch = "/elssp/v1/GetCertificateFileByCertificateID";
inline constexpr std::string_view kStatus = "/elssp/v1/GetCertificateStatus";
inline constexpr std::string_view kReserve = "/elssp/v1/ReserveCopy";
inline constexpr std::string_view kConfirm = "/elssp/v1/ConfirmCopy";
inline constexpr std::string_view kCheck = "/elssp/v1/CheckCopy";
inline constexpr std::string_view kSubmit = "/elssp/v1/SubmitRequest";

inline constexpr const char* kCertificate = "CertificateHolderCodeTypeName";
inline constexpr const char* kGrantNumber = "GrantNumber";
inline constexpr std::string_view kGrantRevoked = "revoked";

inline constexpr std::string_view kJson = "application/json";
inline constexpr std::string_view kOfd = "application/ofd";
inline constexpr std::string_view kPdf = "application/pdf";

/// head.status: done, and nothing found. Any other is a refusal with its own number.
inline constexpr int kDone = 0;
inline constexpr int kNothingFound = 10;

/// Refusals that are about a grant.
inline constexpr int kGrantMissing = 150;
inline constexpr int kGrantWithdrawn = 151;
inline constexpr int kGrantOutOfTime = 152;
inline constexpr int kGrantDoesNotCover = 153;
inline constexpr int kEnterpriseUnknown = 154;
/// What a refusal's number means to a kiosk; the number is the detail.
Error refusal(int status);

/// Names and codes both sides write. Codes of states after the lists in use: 01 valid, 02 withheld,
/// 03 withdrawn, 04 cancelled, 05 lapsed, 07 revoked; 08 superseded is this dialect's own.
std::string_view stateCode(LicenceState state);
/// A code nobody knows is `unknown`, which is never usable.
LicenceState stateOf(std::string_view code);
std::string_view holderKindCode(Holder::Kind kind);
std::optional<Holder::Kind> holderKindOf(std::string_view code);
/// What a person is known by, in words: "外国人永久居留身份证". This dialect's own member; a
/// platform that leaves it out says nothing about it.
std::string_view certificateName(std::optional<Holder::Certificate> certificate);
std::optional<Holder::Certificate> certificateNamed(std::string_view name);
/// "2026-11-23"; an open end is "长期".
std::string dateText(const std::optional<Date>& date);
/// "", "长期" and 9999-12-31 all mean that there is no end.
bool isOpenEnd(std::string_view text);
CopyRecord::State copyStateOf(std::string_view word);
std::int64_t toMilliseconds(WallTime time);
WallTime fromMilliseconds(std::int64_t milliseconds);

} // namespace kiosk::authority::dialect
