// SPDX-License-Identifier: Apache-2.0
#include "firmware/authority/json_authority.h"

#include <nlohmann/json.hpp>

#include "firmware/authority/envelope.h"
#include "firmware/authority/https_channel.h"
#include "firmware/authority/json_dialect.h"
#include "firmware/base/base64.h"
#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"

namespace kiosk::authority {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxJson = 1U << 20;
constexpr std::size_t kMaxFile = 64U << 20;
constexpr std::size_t kMaxEntries = 1000;
constexpr std::size_t kMaxText = 1024;
constexpr std::size_t kMaxGrant = 4096;

std::unexpected<Error> garbled(std::string_view what) {
    return fail(ErrorKind::malformed, "authority.garbled", Remedy::supplier, what);
}

/// What HTTP itself says, before the body is looked at.
Result<> judgeStatus(long status) {
    const std::string detail = "http " + std::to_string(status);
    if (status == 200)
        return {};
    if (status >= 500)
        return fail(ErrorKind::unavailable, "authority.out-of-service", Remedy::wait, detail);
    if (status >= 400)
        return fail(ErrorKind::refused, "authority.refused", Remedy::citizenAgain, detail);
    return garbled(detail);
}

Result<> judgeHead(const json& answer) {
    const int status = answer.at("head").at("status").get<int>();
    if (status == dialect::kDone)
        return {};
    if (status == dialect::kNothingFound)
        return fail(ErrorKind::notFound, "authority.not-found", Remedy::citizenAgain);
    return std::unexpected(dialect::refusal(status));
}

std::string textOf(const json& object, const char* member, std::size_t most = kMaxText) {
    auto text = object.at(member).get<std::string>();
    if (text.size() > most)
        throw json::out_of_range::create(0, "text too long", &object);
    return text;
}

Result<CatalogueEntry> catalogueEntry(const json& entry) {
    const auto kind = dialect::holderKindOf(textOf(entry, "CertificateHolderCategory"));
    if (!kind)
        return garbled("holder category");
    return CatalogueEntry{textOf(entry, "CertificateTypeCode"),
                          textOf(entry, "CertificateTypeName"), *kind};
}

Result<Licence> licenceEntry(const json& entry, const Region& region) {
    const auto kind = dialect::holderKindOf(textOf(entry, "CertificateHolderTypeName"));
    const auto issuedOn = dateFromIso(textOf(entry, "CertificateIssuedDate"));
    const std::string end = textOf(entry, "CertificateExpiringDate");
    const auto expiresOn = dialect::isOpenEnd(end) ? std::nullopt : dateFromIso(end);
    if (!kind || !issuedOn || (!expiresOn && !dialect::isOpenEnd(end)))
        return garbled("holder category or date");
    Licence licence;
    licence.identifier = textOf(entry, "CertificateIdentifier");
    licence.typeCode = textOf(entry, "CertificateTypeCode");
    licence.typeName = textOf(entry, "CertificateTypeName");
    licence.number = textOf(entry, "CertificateNumber");
    licence.holder = {*kind, textOf(entry, "CertificateHolderName"),
                      textOf(entry, "CertificateHolderCode"),
                      dialect::certificateNamed(entry.value(dialect::kCertificate, ""))};
    licence.region = region;
    licence.issuer = textOf(entry, "CertificateIssuingAuthorityName");
    licence.issuedOn = *issuedOn;
    licence.expiresOn = expiresOn;
    licence.state = dialect::stateOf(textOf(entry, "CertificateState"));
    return licence;
}

Result<GrantEntry> grantEntry(const json& entry) {
    auto grant = parseGrant(textOf(entry, "Grant", kMaxGrant));
    if (!grant || grant->number != textOf(entry, dialect::kGrantNumber))
        return garbled("grant");
    return GrantEntry{std::move(*grant), textOf(entry, "GrantState") == dialect::kGrantRevoked};
}

json holderData(const Holder& holder) {
    return {{"CertificateHolderName", holder.name},
            {"CertificateHolderCode", holder.code},
            {"CertificateHolderTypeName", dialect::holderKindCode(holder.kind)},
            {dialect::kCertificate, dialect::certificateName(holder.certificate)}};
}

template <typename Entry, typename Read>
Result<std::vector<Entry>> listOf(const json& data, const Read& read) {
    if (!data.is_array() || data.size() > kMaxEntries)
        return garbled("list");
    std::vector<Entry> entries;
    for (const json& item : data)
        entries.push_back(TRY(read(item)));
    return entries;
}

json purposeHead(const Purpose& purpose) {
    return {{"UseFor", purpose.text}};
}

class JsonAuthority final : public Authority {
public:
    JsonAuthority(Region region, HttpsChannel channel, std::string envelopeKeyPem)
        : region_(std::move(region)),
          channel_(std::move(channel)),
          envelopeKeyPem_(std::move(envelopeKeyPem)) {}

    const Region& region() const override { return region_; }
    Result<std::vector<CatalogueEntry>> catalogue(std::stop_token stop) override;
    Result<std::vector<Licence>> search(const Holder& holder, std::stop_token stop) override;
    Result<std::vector<GrantEntry>> grants(const Holder& person, std::stop_token stop) override;
    Result<std::vector<Licence>> searchBy(const Grant& grant, std::stop_token stop) override;
    Result<LicenceFile> fetch(const FileWish& wish, std::stop_token stop) override;
    Result<LicenceState> status(const std::string& identifier, std::stop_token stop) override;
    Result<CopyReservation> reserveCopy(const CopyWish& wish, std::stop_token stop) override;
    Result<> confirmCopy(const std::string& copyNumber, int pages, std::stop_token stop) override;
    Result<CopyRecord> checkCopy(const std::string& copyNumber, std::stop_token stop) override;
    Result<SealedRequest> seal(const Request& request) const override;
    Result<> submit(const SealedRequest& request, std::stop_token stop) override;

private:
    Result<std::vector<Licence>> retrieve(const json& data, const std::stop_token& stop);
    Result<HttpAnswer> post(std::string_view path, const json& head, const json& data,
                            std::size_t limit, const std::stop_token& stop);
    template <typename Read>
    auto ask(std::string_view path, const json& head, const json& data, const std::stop_token& stop,
             const Read& read) -> decltype(read(std::declval<const json&>()));

    Region region_;
    HttpsChannel channel_;
    std::string envelopeKeyPem_;
};

Result<HttpAnswer> JsonAuthority::post(std::string_view path, const json& head, const json& data,
                                       std::size_t limit, const std::stop_token& stop) {
    const json message = {{"head", head}, {"data", data}};
    // Malformed text is replaced, not thrown at: the platform then finds nothing, which is true.
    const std::string body = message.dump(-1, ' ', false, json::error_handler_t::replace);
    HttpAnswer answer = TRY(channel_.post(std::string(path), body, limit, stop));
    TRY(judgeStatus(answer.status));
    return answer;
}

/// Asks, judges head.status and hands `data` to `read`; what does not fit is "garbled" whole.
template <typename Read>
auto JsonAuthority::ask(std::string_view path, const json& head, const json& data,
                        const std::stop_token& stop, const Read& read)
    -> decltype(read(std::declval<const json&>())) {
    const HttpAnswer answer = TRY(post(path, head, data, kMaxJson, stop));
    try {
        const json parsed = json::parse(toText(answer.body));
        TRY(judgeHead(parsed));
        return read(parsed.at("data"));
    } catch (const json::exception& exception) {
        return garbled("json " + std::to_string(exception.id));
    }
}

Result<std::vector<CatalogueEntry>> JsonAuthority::catalogue(std::stop_token stop) {
    auto listed =
        ask(dialect::kCatalogue, json::object(), json::object(), stop,
            [](const json& data) { return listOf<CatalogueEntry>(data, catalogueEntry); });
    if (listed || listed.error().code() != "authority.refused")
        return listed;
    // Nobody stands in front who could try again: this kiosk is not on the platform's books.
    return fail(ErrorKind::refused, "authority.kiosk-refused", Remedy::configuration,
                listed.error().detail());
}

/// What is not found is an empty list.
template <typename Entry>
Result<std::vector<Entry>> orNone(Result<std::vector<Entry>> found) {
    if (!found && found.error().kind() == ErrorKind::notFound)
        return std::vector<Entry>{};
    return found;
}

Result<std::vector<Licence>> JsonAuthority::retrieve(const json& data,
                                                     const std::stop_token& stop) {
    return orNone(ask(dialect::kSearch, json::object(), data, stop, [this](const json& list) {
        return listOf<Licence>(list,
                               [this](const json& entry) { return licenceEntry(entry, region_); });
    }));
}

Result<std::vector<Licence>> JsonAuthority::search(const Holder& holder, std::stop_token stop) {
    return retrieve(holderData(holder), stop);
}

Result<std::vector<Licence>> JsonAuthority::searchBy(const Grant& grant, std::stop_token stop) {
    json data = holderData(grant.enterprise);
    data[dialect::kGrantNumber] = grant.number;
    return retrieve(data, stop);
}

Result<std::vector<GrantEntry>> JsonAuthority::grants(const Holder& person, std::stop_token stop) {
    return orNone(ask(dialect::kGrants, json::object(), holderData(person), stop,
                      [](const json& list) { return listOf<GrantEntry>(list, grantEntry); }));
}

Result<LicenceFile> JsonAuthority::fetch(const FileWish& wish, std::stop_token stop) {
    const json data = {{"CertificateIdentifier", wish.identifier},
                       {dialect::kGrantNumber, wish.grantNumber}};
    HttpAnswer answer = TRY(post(dialect::kFetch, purposeHead(wish.purpose), data, kMaxFile, stop));
    const bool ofd = answer.contentType == dialect::kOfd;
    if ((ofd || answer.contentType == dialect::kPdf) && !answer.body.empty())
        return LicenceFile{wish.identifier,
                           ofd ? LicenceFile::Format::ofd : LicenceFile::Format::pdf,
                           std::move(answer.body)};
    if (answer.contentType != dialect::kJson || answer.body.size() > kMaxJson)
        return garbled("neither a file nor an answer");
    try {
        TRY(judgeHead(json::parse(toText(answer.body))));
    } catch (const json::exception&) {
        return garbled("json");
    }
    return garbled("no file");
}

Result<LicenceState> JsonAuthority::status(const std::string& identifier, std::stop_token stop) {
    const json data = {{"CertificateIdentifier", identifier}};
    return ask(dialect::kStatus, json::object(), data, stop,
               [](const json& answer) -> Result<LicenceState> {
                   return dialect::stateOf(textOf(answer, "CertificateState"));
               });
}

Result<CopyReservation> JsonAuthority::reserveCopy(const CopyWish& wish, std::stop_token stop) {
    const json data = {{"CertificateIdentifier", wish.identifier},
                       {"CertificateFileDigest", toHex(wish.fileDigest)},
                       {"UseForKey", wish.purpose.key},
                       {"Key", wish.key},
                       {dialect::kGrantNumber, wish.grantNumber}};
    return ask(dialect::kReserve, purposeHead(wish.purpose), data, stop,
               [this](const json& answer) -> Result<CopyReservation> {
                   const auto code = parseCopyCode(textOf(answer, "CopyCode"));
                   if (!code || code->regionCode != region_.code ||
                       code->copyNumber != textOf(answer, "CopyNumber"))
                       return garbled("copy code");
                   const auto expires = answer.at("ExpiresAt").get<std::int64_t>();
                   return CopyReservation{*code, dialect::fromMilliseconds(expires)};
               });
}

Result<> JsonAuthority::confirmCopy(const std::string& copyNumber, int pages,
                                    std::stop_token stop) {
    const json data = {{"CopyNumber", copyNumber}, {"Pages", pages}};
    return ask(dialect::kConfirm, json::object(), data, stop,
               [](const json&) -> Result<> { return {}; });
}

Result<CopyRecord> JsonAuthority::checkCopy(const std::string& copyNumber, std::stop_token stop) {
    const json data = {{"CopyNumber", copyNumber}};
    return ask(dialect::kCheck, json::object(), data, stop,
               [](const json& answer) -> Result<CopyRecord> {
                   const auto printedAt = answer.at("PrintedAt").get<std::int64_t>();
                   return CopyRecord{dialect::copyStateOf(textOf(answer, "CopyState")),
                                     textOf(answer, "CertificateTypeName"),
                                     textOf(answer, "CertificateHolderMasked"),
                                     textOf(answer, "UseFor"),
                                     dialect::stateOf(textOf(answer, "CertificateState")),
                                     dialect::fromMilliseconds(printedAt)};
               });
}

Result<SealedRequest> JsonAuthority::seal(const Request& request) const {
    return sealRequest(envelopeKeyPem_, request);
}

Result<> JsonAuthority::submit(const SealedRequest& request, std::stop_token stop) {
    const json data = {{"Key", request.key},
                       {"Operation", name(request.operation)},
                       {"Envelope", toBase64(request.envelope)}};
    return ask(dialect::kSubmit, json::object(), data, stop,
               [](const json&) -> Result<> { return {}; });
}

Result<Bytes> configuredFile(const std::filesystem::path& file) {
    auto content = readFile(file, kMaxJson);
    if (!content)
        return fail(ErrorKind::configuration, "authority.configuration", Remedy::configuration,
                    file.filename().string());
    return content;
}

} // namespace

Result<std::unique_ptr<Authority>> openJsonAuthority(const JsonAuthorityOptions& options) {
    if (!options.url.starts_with("https://"))
        return fail(ErrorKind::configuration, "authority.configuration", Remedy::configuration,
                    "the address must begin with https://");
    for (const auto* file : {&options.caFile, &options.certFile, &options.keyFile})
        TRY(configuredFile(*file));
    std::string envelopeKey = toText(TRY(configuredFile(options.envelopeKeyFile)));
    return std::make_unique<JsonAuthority>(options.region, HttpsChannel(options),
                                           std::move(envelopeKey));
}

} // namespace kiosk::authority
