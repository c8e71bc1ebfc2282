// SPDX-License-Identifier: Apache-2.0
#include "firmware/authority/envelope.h"

#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "firmware/authority/json_dialect.h"
#include "firmware/base/handle.h"

namespace kiosk::authority {

namespace {

using nlohmann::json;

constexpr std::size_t kSizeStep = 512;

using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Bio = Handle<BIO, BIO_free_all>;

Result<Key> publicKey(std::string_view pem) {
    const Bio source(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Key key(PEM_read_bio_PUBKEY(source.get(), nullptr, nullptr, nullptr));
    if (!key || EVP_PKEY_is_a(key.get(), "SM2") != 1)
        return fail(ErrorKind::configuration, "envelope.key", Remedy::configuration,
                    "not an SM2 public key");
    return key;
}

const unsigned char* unsignedBytes(ByteView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Result<Bytes> encrypt(EVP_PKEY* key, ByteView content) {
    const auto failed = [] {
        return fail(ErrorKind::internal, "envelope.sealing", Remedy::supplier);
    };
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    if (!context || EVP_PKEY_encrypt_init(context.get()) != 1)
        return failed();
    std::size_t size = 0;
    if (EVP_PKEY_encrypt(context.get(), nullptr, &size, unsignedBytes(content), content.size()) !=
        1)
        return failed();
    Bytes sealed(size);
    auto* out = reinterpret_cast<unsigned char*>(sealed.data());
    if (EVP_PKEY_encrypt(context.get(), out, &size, unsignedBytes(content), content.size()) != 1)
        return failed();
    sealed.resize(size);
    return sealed;
}

Request requestFrom(const json& content) {
    Request request;
    request.key = content.at("key").get<std::string>();
    request.holderCode = content.at("holderCode").get<std::string>();
    request.holderName = content.at("holderName").get<std::string>();
    request.holderCertificate = dialect::certificateNamed(content.value("holderCertificate", ""));
    request.pickupNumber = content.at("pickupNumber").get<std::string>();
    request.note = content.at("note").get<std::string>();
    request.copyNumber = content.at("copyNumber").get<std::string>();
    request.pages = content.at("pages").get<int>();
    return request;
}

} // namespace

Result<Bytes> sealFor(std::string_view publicKeyPem, ByteView content) {
    if (content.size() > kMaxSealedBytes)
        return fail(ErrorKind::internal, "envelope.too-large", Remedy::supplier);
    const Key key = TRY(publicKey(publicKeyPem));
    Bytes filled(content.begin(), content.end());
    filled.resize((content.size() / kSizeStep + 1) * kSizeStep, std::byte{' '});
    return encrypt(key.get(), filled);
}

std::string envelopeContent(const Request& request) {
    const json content = {
        {"key", request.key},
        {"operation", name(request.operation)},
        {"holderCode", request.holderCode},
        {"holderName", request.holderName},
        {"holderCertificate", dialect::certificateName(request.holderCertificate)},
        {"pickupNumber", request.pickupNumber},
        {"note", request.note},
        {"copyNumber", request.copyNumber},
        {"pages", request.pages}};
    // Malformed text is replaced rather than thrown at: a wish is kept even if a name is damaged.
    return content.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Request> parseEnvelopeContent(std::string_view content) {
    try {
        const json parsed = json::parse(content);
        Request request = requestFrom(parsed);
        request.operation = TRY(operationNamed(parsed.at("operation").get<std::string>()));
        return request;
    } catch (const json::exception&) {
        return fail(ErrorKind::malformed, "envelope.garbled", Remedy::supplier);
    }
}

Result<SealedRequest> sealRequest(std::string_view publicKeyPem, const Request& request) {
    Bytes envelope = TRY(sealFor(publicKeyPem, bytesOf(envelopeContent(request))));
    return SealedRequest{request.key, request.operation, std::move(envelope)};
}

} // namespace kiosk::authority
