// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/device_key.h"

#include <algorithm>
#include <array>
#include <memory>

#include <fcntl.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <unistd.h>

#include "firmware/base/files.h"
#include "firmware/base/handle.h"
#include "firmware/base/process/descriptor.h"
#include "firmware/base/random.h"
#include "firmware/seal/digest.h"
#include "firmware/tpm/tpm.h"

namespace kiosk::handout {

namespace {

using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using Bio = Handle<BIO, BIO_free_all>;
using DigestContext = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using EcdsaValue = Handle<ECDSA_SIG, ECDSA_SIG_free>;

constexpr std::size_t kLongestFile = 4096;
constexpr int kNumberBytes = 32; ///< of r and of s
constexpr std::size_t kSignatureBytes = 64;
constexpr std::size_t kPointBytes = 65;

std::unexpected<Error> unusable(std::string_view why) {
    return fail(ErrorKind::storage, "handout.key", Remedy::technician, why);
}

unsigned char* raw(Bytes& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

Result<Bytes> pointOf(const EVP_PKEY* key) {
    std::array<char, 32> curve{};
    Bytes point(kPointBytes);
    std::size_t size = 0;
    if (EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, curve.data(), curve.size(),
                                       nullptr) != 1 ||
        std::string_view(curve.data()) != "prime256v1" ||
        EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, raw(point), point.size(),
                                        &size) != 1 ||
        size != kPointBytes)
        return unusable("not a key on P-256");
    return point;
}

Result<Bytes> newKeyFile() {
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const Bio out(BIO_new(BIO_s_secmem()));
    char* text = nullptr;
    if (!key || !out ||
        PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                      nullptr) != 1)
        return unusable("no key could be made");
    const long size = BIO_get_mem_data(out.get(), &text);
    return toBytes({text, static_cast<std::size_t>(size)});
}

/// A link is made only where there is no such name yet: whoever comes second takes the first's.
Result<> keepFirst(const std::filesystem::path& file, const Bytes& content) {
    SystemRandom random;
    std::filesystem::path draft = file;
    draft += "." + randomUuid(random);
    if (!writeFile(draft, content))
        return unusable("it cannot be kept");
    std::error_code why;
    std::filesystem::create_hard_link(draft, file, why);
    std::error_code ignored;
    std::filesystem::remove(draft, ignored);
    if (why && why != std::errc::file_exists)
        return unusable("it cannot be kept");
    return {};
}

using KeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

/// None where there is no such point on the curve.
Key publicKeyAt(ByteView point) {
    std::string group = "prime256v1";
    Bytes place(point.begin(), point.end()); // OpenSSL reads from what it calls writable
    std::array parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, place.data(), place.size()),
        OSSL_PARAM_construct_end()};
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* key = nullptr;
    if (!context || point.size() != kPointBytes || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.data()) != 1)
        return nullptr;
    return Key(key);
}

/// r ‖ s as OpenSSL wants them; empty for what is none.
Bytes derOf(ByteView plain) {
    if (plain.size() != kSignatureBytes)
        return {};
    const auto* numbers = reinterpret_cast<const unsigned char*>(plain.data());
    const EcdsaValue value(ECDSA_SIG_new());
    BIGNUM* r = BN_bin2bn(numbers, kNumberBytes, nullptr);
    BIGNUM* s = BN_bin2bn(numbers + kNumberBytes, kNumberBytes, nullptr);
    if (!value || r == nullptr || s == nullptr || ECDSA_SIG_set0(value.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    const int size = i2d_ECDSA_SIG(value.get(), nullptr);
    Bytes der(static_cast<std::size_t>(std::max(size, 0)));
    unsigned char* at = raw(der);
    if (size <= 0 || i2d_ECDSA_SIG(value.get(), &at) != size)
        return {};
    return der;
}

/// r ‖ s of what OpenSSL says; empty for what is none.
Bytes plainOf(const Bytes& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const EcdsaValue value(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    Bytes plain(kSignatureBytes);
    if (!value || BN_bn2binpad(ECDSA_SIG_get0_r(value.get()), raw(plain), kNumberBytes) < 0 ||
        BN_bn2binpad(ECDSA_SIG_get0_s(value.get()), raw(plain) + kNumberBytes, kNumberBytes) < 0)
        return {};
    return plain;
}

Result<Bytes> signWith(EVP_PKEY* key, ByteView message) {
    const auto failed = [] { return unusable("it does not sign"); };
    const DigestContext context(EVP_MD_CTX_new());
    const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
    std::size_t size = 0;
    if (!context ||
        EVP_DigestSignInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key, nullptr) !=
            1 ||
        EVP_DigestSign(context.get(), nullptr, &size, bytes, message.size()) != 1)
        return failed();
    Bytes der(size);
    if (EVP_DigestSign(context.get(), raw(der), &size, bytes, message.size()) != 1)
        return failed();
    der.resize(size);
    Bytes plain = plainOf(der);
    if (plain.empty())
        return failed();
    return plain;
}

Bytes sha256(ByteView message) {
    return seal::digest(seal::DigestAlgorithm::sha256, message);
}

Result<Bytes> newKeyAt(const tpm::Place& at) {
    if (!at.isOurs || !tpm::isThere(at))
        return newKeyFile();
    return toBytes(tpm::keyFileOf(TRY(tpm::makeSigner(at.transport))));
}

} // namespace

/// A signature is held against the key's point before it is given out: a TPM that has gone wrong is
/// a fault then, and not a forgery later.
Result<DeviceKey> DeviceKey::ofTpm(std::string_view content, const tpm::Place& at) {
    const tpm::KeyBlob blob = TRY(tpm::keyIn(content));
    Bytes point = TRY(tpm::pointOf(blob));
    const auto sign = [blob, point, transport = at.transport](ByteView message) -> Result<Bytes> {
        Bytes signature = TRY(tpm::sign(blob, sha256(message), transport));
        if (!hasSigned(point, message, signature))
            return unusable("the TPM's signature is not this key's");
        return signature;
    };
    return DeviceKey(std::move(point), sign, true);
}

Result<DeviceKey> DeviceKey::ofFile(const Bytes& content) {
    const Bio source(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
    // Without a prompt: a file that wants a pass phrase is none of ours.
    const auto noPhrase = [](char*, int, int, void*) { return 0; };
    const std::shared_ptr<EVP_PKEY> key =
        Key(PEM_read_bio_PrivateKey(source.get(), nullptr, noPhrase, nullptr));
    if (!key)
        return unusable("not a private key");
    Bytes point = TRY(pointOf(key.get()));
    const auto sign = [key](ByteView message) { return signWith(key.get(), message); };
    return DeviceKey(std::move(point), sign, false);
}

Result<DeviceKey> DeviceKey::open(const std::filesystem::path& file, const tpm::Place& at) {
    const auto content = readFile(file, kLongestFile);
    if (!content)
        return unusable("it cannot be read");
    const std::string text = toText(*content);
    return tpm::isKeyFile(text) ? ofTpm(text, at) : ofFile(*content);
}

Result<DeviceKey> DeviceKey::openOrMake(const std::filesystem::path& file, const tpm::Place& at) {
    std::error_code unknown;
    if (!std::filesystem::exists(file, unknown) && !unknown)
        TRY(keepFirst(file, TRY(newKeyAt(at))));
    return open(file, at);
}

Result<DeviceKey> DeviceKey::makeNext(const std::filesystem::path& file, const tpm::Place& at) {
    const auto next = nextKeyFile(file);
    if (!writeFile(next, TRY(newKeyAt(at))))
        return unusable("it cannot be kept");
    return open(next, at);
}

Result<> DeviceKey::takeNext(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : ".";
    const Descriptor above(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!above || ::rename(nextKeyFile(file).c_str(), file.c_str()) != 0 ||
        ::fsync(above.number()) != 0)
        return unusable("the new one cannot take its place");
    return {};
}

Result<Bytes> DeviceKey::sign(ByteView message) const {
    return sign_(message);
}

std::string DeviceKey::fingerprint() const {
    return fingerprintOf(point_);
}

bool hasSigned(ByteView point, ByteView message, ByteView signature) {
    const Key key = publicKeyAt(point);
    const Bytes der = derOf(signature);
    const DigestContext context(EVP_MD_CTX_new());
    const auto* given = reinterpret_cast<const unsigned char*>(der.data());
    const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
    return key && context && !der.empty() &&
           EVP_DigestVerifyInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key.get(),
                                   nullptr) == 1 &&
           EVP_DigestVerify(context.get(), given, der.size(), bytes, message.size()) == 1;
}

std::string fingerprintOf(ByteView point) {
    constexpr std::size_t kGroups = 5;
    constexpr std::size_t kDigits = 4;
    const std::string hex = toHex(sha256(point));
    std::string name;
    for (std::size_t group = 0; group < kGroups; ++group)
        name += (group == 0 ? "" : "-") + hex.substr(group * kDigits, kDigits);
    for (char& digit : name)
        digit = static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
    return name;
}

} // namespace kiosk::handout
