// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/wire.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "firmware/authority/json_dialect.h"
#include "firmware/base/base64.h"
#include "firmware/base/text.h"

namespace kiosk::sandbox {

namespace {

using nlohmann::json;
namespace dialect = authority::dialect;

WireAnswer jsonAnswer(int status, std::string_view message, const json& data) {
    const json answer = {{"head", {{"status", status}, {"message", message}}}, {"data", data}};
    return {200, std::string(dialect::kJson), answer.dump()};
}

WireAnswer answered(const json& data) {
    return jsonAnswer(dialect::kDone, "ok", data);
}

WireAnswer answered(const Error& error) {
    if (error.kind() == ErrorKind::notFound)
        return jsonAnswer(dialect::kNothingFound, "not found", nullptr);
    if (error.kind() == ErrorKind::refused)
        return wireRefusal(static_cast<int>(parseInteger(error.detail()).value_or(100)));
    return {500, std::string(dialect::kJson), "{}"};
}

/// A call's result as an answer, its value written by `write`.
template <typename T, typename Write>
WireAnswer written(const Result<T>& result, const Write& write) {
    return result ? answered(write(*result)) : answered(result.error());
}

WireAnswer written(const Result<>& result) {
    return result ? answered(json::object()) : answered(result.error());
}

json licenceEntry(const Licence& licence) {
    return {{"CertificateIdentifier", licence.identifier},
            {"CertificateTypeCode", licence.typeCode},
            {"CertificateTypeName", licence.typeName},
            {"CertificateNumber", licence.number},
            {"CertificateHolderName", licence.holder.name},
            {"CertificateHolderCode", licence.holder.code},
            {"CertificateHolderTypeName", dialect::holderKindCode(licence.holder.kind)},
            {dialect::kCertificate, dialect::certificateName(licence.holder.certificate)},
            {"CertificateIssuingAuthorityName", licence.issuer},
            {"CertificateIssuedDate", dialect::dateText(licence.issuedOn)},
            {"CertificateExpiringDate", dialect::dateText(licence.expiresOn)},
            {"CertificateState", dialect::stateCode(licence.state)}};
}

std::string text(const json& object, const char* member) {
    return object.at(member).get<std::string>();
}

Purpose purposeOf(const json& message) {
    return {"", text(message.at("head"), "UseFor")};
}

WireAnswer catalogue(RegionService& service, const json&) {
    json list = json::array();
    for (const authority::CatalogueEntry& entry : service.catalogue())
        list.push_back({{"CertificateTypeCode", entry.typeCode},
                        {"CertificateTypeName", entry.typeName},
                        {"CertificateHolderCategory", dialect::holderKindCode(entry.holderKind)}});
    return answered(list);
}

Holder holderOf(const json& data) {
    return {dialect::holderKindOf(text(data, "CertificateHolderTypeName"))
                .value_or(Holder::Kind::person),
            text(data, "CertificateHolderName"), text(data, "CertificateHolderCode"),
            dialect::certificateNamed(data.value(dialect::kCertificate, ""))};
}

/// By which grant; empty where the kiosk names none.
std::string grantNumberOf(const json& data) {
    return data.value(dialect::kGrantNumber, "");
}

WireAnswer grants(RegionService& service, const json& message) {
    return written(service.grants(holderOf(message.at("data"))),
                   [](const std::vector<authority::GrantEntry>& entries) {
                       json list = json::array();
                       for (const authority::GrantEntry& entry : entries)
                           list.push_back({{dialect::kGrantNumber, entry.grant.number},
                                           {"Grant", toText(entry.grant)},
                                           {"GrantState",
                                            entry.isRevoked ? dialect::kGrantRevoked : "valid"}});
                       return list;
                   });
}

WireAnswer search(RegionService& service, const json& message) {
    const json& data = message.at("data");
    const Holder holder = holderOf(data);
    const auto found = holder.kind == Holder::Kind::person
                           ? service.search(holder)
                           : service.searchBy(holder, grantNumberOf(data));
    if (found && found->empty())
        return jsonAnswer(dialect::kNothingFound, "not found", nullptr);
    return written(found, [](const std::vector<Licence>& licences) {
        json list = json::array();
        for (const Licence& licence : licences)
            list.push_back(licenceEntry(licence));
        return list;
    });
}

WireAnswer fetch(RegionService& service, const json& message) {
    const json& data = message.at("data");
    const auto file = service.fetch(
        {text(data, "CertificateIdentifier"), purposeOf(message), grantNumberOf(data)});
    if (!file)
        return answered(file.error());
    const bool ofd = file->format == LicenceFile::Format::ofd;
    return {200, std::string(ofd ? dialect::kOfd : dialect::kPdf), toText(file->content)};
}

WireAnswer status(RegionService& service, const json& message) {
    return written(service.status(text(message.at("data"), "CertificateIdentifier")),
                   [](LicenceState state) -> json {
                       return {{"CertificateState", dialect::stateCode(state)}};
                   });
}

WireAnswer reserve(RegionService& service, const json& message) {
    const json& data = message.at("data");
    authority::CopyWish wish{.identifier = text(data, "CertificateIdentifier"),
                             .purpose = {text(data, "UseForKey"), purposeOf(message).text},
                             .key = text(data, "Key"),
                             .grantNumber = grantNumberOf(data)};
    const auto digest = fromHex(text(data, "CertificateFileDigest"));
    if (!digest || digest->size() != wish.fileDigest.size())
        return {400, std::string(dialect::kJson), "{}"};
    std::ranges::copy(*digest, wish.fileDigest.begin());
    return written(service.reserveCopy(wish), [](const authority::CopyReservation& copy) -> json {
        return {{"CopyNumber", copy.code.copyNumber},
                {"CopyCode", toText(copy.code)},
                {"ExpiresAt", dialect::toMilliseconds(copy.expiresAt)}};
    });
}

WireAnswer confirm(RegionService& service, const json& message) {
    const json& data = message.at("data");
    return written(service.confirmCopy(text(data, "CopyNumber"), data.at("Pages").get<int>()));
}

WireAnswer check(RegionService& service, const json& message) {
    return written(service.checkCopy(text(message.at("data"), "CopyNumber")),
                   [](const authority::CopyRecord& record) -> json {
                       return {{"CopyState", name(record.state)},
                               {"CertificateTypeName", record.licenceTypeName},
                               {"CertificateHolderMasked", record.holderMasked},
                               {"UseFor", record.purpose},
                               {"CertificateState", dialect::stateCode(record.licenceState)},
                               {"PrintedAt", dialect::toMilliseconds(record.printedAt)}};
                   });
}

WireAnswer submit(RegionService& service, const json& message) {
    const json& data = message.at("data");
    const auto operation = authority::operationNamed(text(data, "Operation"));
    auto envelope = fromBase64(text(data, "Envelope"));
    if (!operation || !envelope)
        return {400, std::string(dialect::kJson), "{}"};
    return written(service.submit({text(data, "Key"), *operation, std::move(*envelope)}));
}

using Handler = WireAnswer (*)(RegionService&, const json&);
constexpr std::array<std::pair<std::string_view, Handler>, 9> kHandlers{{
    {dialect::kCatalogue, &catalogue},
    {dialect::kSearch, &search},
    {dialect::kGrants, &grants},
    {dialect::kFetch, &fetch},
    {dialect::kStatus, &status},
    {dialect::kReserve, &reserve},
    {dialect::kConfirm, &confirm},
    {dialect::kCheck, &check},
    {dialect::kSubmit, &submit},
}};

} // namespace

WireAnswer wireRefusal(int status) {
    return jsonAnswer(status, "refused", nullptr);
}

WireAnswer answerCall(RegionService& service, std::string_view path, std::string_view body) {
    for (const auto& [known, handler] : kHandlers) {
        if (known != path)
            continue;
        try {
            return handler(service, json::parse(body));
        } catch (const json::exception&) {
            return {400, std::string(dialect::kJson), "{}"};
        }
    }
    return {404, std::string(dialect::kJson), "{}"};
}

} // namespace kiosk::sandbox
