// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/region_key.h"

#include "firmware/authority/envelope.h"
#include "firmware/base/files.h"
#include "tests/sandbox/openssl_handles.h"

namespace kiosk::sandbox {

namespace {

std::unexpected<Error> keyError() {
    return fail(ErrorKind::configuration, "sandbox.key", Remedy::configuration);
}

std::unexpected<Error> garbled() {
    return fail(ErrorKind::malformed, "envelope.garbled", Remedy::supplier);
}

Result<KeyHandle> makeKey(const std::filesystem::path& file) {
    KeyHandle key(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
    const BioHandle out(BIO_new(BIO_s_mem()));
    if (!key ||
        PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return keyError();
    TRY(writeFile(file, bytesOf(textIn(out.get()))));
    return key;
}

Result<KeyHandle> loadKey(const std::filesystem::path& file) {
    const std::string pem = toText(TRY(readFile(file, 64U << 10)));
    KeyHandle key(PEM_read_bio_PrivateKey(memoryOf(pem).get(), nullptr, nullptr, nullptr));
    if (!key)
        return keyError();
    return key;
}

Result<std::string> decrypt(EVP_PKEY* key, ByteView sealed) {
    const KeyContextHandle context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    const auto* in = reinterpret_cast<const unsigned char*>(sealed.data());
    std::size_t size = 0;
    if (!context || EVP_PKEY_decrypt_init(context.get()) != 1 ||
        EVP_PKEY_decrypt(context.get(), nullptr, &size, in, sealed.size()) != 1)
        return garbled();
    std::string content(size, '\0');
    auto* out = reinterpret_cast<unsigned char*>(content.data());
    if (EVP_PKEY_decrypt(context.get(), out, &size, in, sealed.size()) != 1)
        return garbled();
    content.resize(size);
    return content;
}

} // namespace

struct RegionKey::Pair {
    KeyHandle key;
};

RegionKey::RegionKey(std::unique_ptr<Pair> pair) : pair_(std::move(pair)) {}
RegionKey::~RegionKey() = default;
RegionKey::RegionKey(RegionKey&&) noexcept = default;
RegionKey& RegionKey::operator=(RegionKey&&) noexcept = default;

Result<RegionKey> RegionKey::open(const std::filesystem::path& file) {
    KeyHandle key = TRY(std::filesystem::exists(file) ? loadKey(file) : makeKey(file));
    return RegionKey(std::make_unique<Pair>(std::move(key)));
}

std::string RegionKey::publicPem() const {
    const BioHandle out(BIO_new(BIO_s_mem()));
    PEM_write_bio_PUBKEY(out.get(), pair_->key.get());
    return textIn(out.get());
}

Result<authority::Request> RegionKey::unseal(const authority::SealedRequest& sealed) const {
    const std::string content = TRY(decrypt(pair_->key.get(), sealed.envelope));
    authority::Request request = TRY(authority::parseEnvelopeContent(content));
    if (request.key != sealed.key || request.operation != sealed.operation)
        return garbled();
    return request;
}

} // namespace kiosk::sandbox
