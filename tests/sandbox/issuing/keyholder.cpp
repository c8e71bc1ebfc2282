// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/keyholder.h"

#include <array>

#include <openssl/ecdsa.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include "firmware/base/base64.h"
#include "firmware/base/files.h"
#include "firmware/seal/certificate.h"
#include "firmware/seal/crypto.h"

namespace kiosk::sandbox {

using namespace seal::crypto;

struct Keyholder::Material {
    KeyPtr key;
    X509Ptr certificate;
};

namespace {

using KeyContextPtr = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using BioPtr = Handle<BIO, BIO_free_all>;
using SignaturePtr = Handle<ECDSA_SIG, ECDSA_SIG_free>;
using ExtensionPtr = Handle<X509_EXTENSION, X509_EXTENSION_free>;

std::unexpected<Error> failed(std::string_view step) {
    return fail(ErrorKind::internal, "sandbox.keys", Remedy::technician, step);
}

KeyKind kindOf(EVP_PKEY* key) {
    if (EVP_PKEY_is_a(key, "SM2") == 1)
        return KeyKind::sm2;
    const int bits = EVP_PKEY_get_bits(key);
    if (EVP_PKEY_is_a(key, "RSA") == 1)
        return bits < 2048 ? KeyKind::rsa1024 : KeyKind::rsa2048;
    return bits == 256 ? KeyKind::p256 : bits == 384 ? KeyKind::p384 : KeyKind::p521;
}

KeyPtr newKey(KeyKind kind) {
    switch (kind) {
    case KeyKind::sm2:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
    case KeyKind::rsa1024:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{1024}));
    case KeyKind::rsa2048:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048}));
    case KeyKind::p256:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    case KeyKind::p384:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-384"));
    case KeyKind::p521:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-521"));
    }
    return nullptr;
}

/// Contexts for signing; the key context must outlive the other.
struct SigningContext {
    KeyContextPtr keyContext;
    DigestContextPtr digest;
};

Result<SigningContext> startSigning(EVP_PKEY* key, const SigningMethod& method) {
    SigningContext context{KeyContextPtr(EVP_PKEY_CTX_new(key, nullptr)),
                           DigestContextPtr(EVP_MD_CTX_new())};
    EVP_PKEY_CTX* keyContext = context.keyContext.get();
    if (EVP_PKEY_is_a(key, "SM2") == 1 &&
        EVP_PKEY_CTX_set1_id(keyContext, method.userId.data(),
                             static_cast<int>(method.userId.size())) != 1)
        return failed("user ID");
    EVP_MD_CTX_set_pkey_ctx(context.digest.get(), keyContext);
    if (EVP_DigestSignInit(context.digest.get(), nullptr, implementation(method.digest), nullptr,
                           key) != 1)
        return failed("begin signing");
    if (method.padding == SigningMethod::Padding::pss &&
        (EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) != 1 ||
         EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) != 1))
        return failed("padding");
    return context;
}

void addNamePart(X509_NAME* name, const char* part, const std::string& value) {
    X509_NAME_add_entry_by_txt(name, part, MBSTRING_UTF8, octets(bytesOf(value)),
                               static_cast<int>(value.size()), -1, 0);
}

void addExtension(X509* certificate, X509* issuer, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    if (const ExtensionPtr extension{X509V3_EXT_conf_nid(nullptr, &context, kind, value)})
        X509_add_ext(certificate, extension.get(), -1);
}

const char* usageOf(Subject::Role role) {
    switch (role) {
    case Subject::Role::root:
        return "critical,keyCertSign,cRLSign";
    case Subject::Role::signer:
        return "critical,digitalSignature,nonRepudiation";
    case Subject::Role::cipher:
        return "critical,keyEncipherment,dataEncipherment";
    case Subject::Role::stamper:
        return "critical,digitalSignature";
    }
    return "";
}

std::string constraintsOf(const Subject& subject) {
    if (!subject.basicConstraints.empty())
        return subject.basicConstraints;
    return subject.role == Subject::Role::root ? "critical,CA:TRUE" : "critical,CA:FALSE";
}

/// An extension with an identifier of nobody's; `NULL` for its value.
void addCriticalExtension(X509* certificate, const std::string& identifier) {
    const Handle<ASN1_OBJECT, ASN1_OBJECT_free> object(OBJ_txt2obj(identifier.c_str(), 1));
    const Handle<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free> value(ASN1_OCTET_STRING_new());
    constexpr std::array<unsigned char, 2> kNull{0x05, 0x00};
    ASN1_OCTET_STRING_set(value.get(), kNull.data(), kNull.size());
    const ExtensionPtr extension(
        X509_EXTENSION_create_by_OBJ(nullptr, object.get(), 1, value.get()));
    X509_add_ext(certificate, extension.get(), -1);
}

void addExtensions(X509* certificate, X509* issuer, const Subject& subject) {
    if (const std::string constraints = constraintsOf(subject); constraints != "-")
        addExtension(certificate, issuer, NID_basic_constraints, constraints.c_str());
    addExtension(certificate, issuer, NID_key_usage, usageOf(subject.role));
    if (subject.role == Subject::Role::stamper)
        addExtension(certificate, issuer, NID_ext_key_usage, "critical,timeStamping");
    if (!subject.criticalExtension.empty())
        addCriticalExtension(certificate, subject.criticalExtension);
    addExtension(certificate, issuer, NID_subject_key_identifier, "hash");
    addExtension(certificate, issuer, NID_authority_key_identifier, "keyid");
}

void setRandomSerial(X509* certificate) {
    using BigNumberPtr = Handle<BIGNUM, BN_free>;
    const BigNumberPtr number(BN_new());
    BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY);
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

void fillIn(X509* certificate, const Subject& subject, EVP_PKEY* key) {
    X509_set_version(certificate, X509_VERSION_3);
    setRandomSerial(certificate);
    X509_NAME* name = X509_get_subject_name(certificate);
    addNamePart(name, "C", "CN");
    addNamePart(name, "O", subject.organisation);
    addNamePart(name, "CN", subject.commonName);
    ASN1_TIME_set(X509_getm_notBefore(certificate),
                  std::chrono::system_clock::to_time_t(subject.validFrom));
    ASN1_TIME_set(X509_getm_notAfter(certificate),
                  std::chrono::system_clock::to_time_t(subject.validUntil));
    X509_set_pubkey(certificate, key);
}

template <auto write, typename T>
Result<Bytes> asPem(T* thing) {
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (write(memory.get(), thing) != 1)
        return failed("PEM");
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return toBytes({text, static_cast<std::size_t>(size)});
}

int writeKey(BIO* target, EVP_PKEY* key) {
    return PEM_write_bio_PKCS8PrivateKey(target, key, nullptr, nullptr, 0, nullptr, nullptr);
}

KeyPtr readKey(ByteView pem) {
    const BioPtr memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return KeyPtr(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
}

} // namespace

Keyholder::Keyholder(std::unique_ptr<Material> material) : material_(std::move(material)) {}
Keyholder::~Keyholder() = default;
Keyholder::Keyholder(Keyholder&&) noexcept = default;
Keyholder& Keyholder::operator=(Keyholder&&) noexcept = default;

Result<Keyholder> Keyholder::make(const Subject& subject, const Material* issuer) {
    KeyPtr key = newKey(subject.key);
    X509Ptr certificate(X509_new());
    if (!key || !certificate)
        return failed("new key");
    fillIn(certificate.get(), subject, key.get());
    X509* issuerCertificate = issuer != nullptr ? issuer->certificate.get() : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuerCertificate));
    addExtensions(certificate.get(), issuerCertificate, subject);
    EVP_PKEY* issuerKey = issuer != nullptr ? issuer->key.get() : key.get();
    const SigningContext context = TRY(
        startSigning(issuerKey, subject.certifiedWith.value_or(usualMethod(kindOf(issuerKey)))));
    if (X509_sign_ctx(certificate.get(), context.digest.get()) <= 0)
        return failed("sign certificate");
    return Keyholder(std::make_unique<Material>(Material{std::move(key), std::move(certificate)}));
}

Result<Keyholder> Keyholder::makeRoot(const Subject& subject) {
    return make(subject, nullptr);
}

Result<Keyholder> Keyholder::certify(const Subject& subject) const {
    return make(subject, material_.get());
}

Result<> Keyholder::store(const std::filesystem::path& folder, const std::string& name) const {
    TRY(writeFile(folder / (name + ".key"), TRY(asPem<writeKey>(material_->key.get()))));
    return writeFile(folder / (name + ".pem"), bytesOf(certificatePem()));
}

Result<Keyholder> Keyholder::load(const std::filesystem::path& folder, const std::string& name) {
    KeyPtr key = readKey(TRY(readFile(folder / (name + ".key"))));
    const std::string pem = toText(TRY(readFile(folder / (name + ".pem"))));
    X509Ptr certificate = readX509(TRY(seal::certificatesInPem(pem)).front());
    if (!key || !certificate)
        return failed("stored key");
    return Keyholder(std::make_unique<Material>(Material{std::move(key), std::move(certificate)}));
}

Bytes Keyholder::certificate() const {
    Bytes der(static_cast<std::size_t>(i2d_X509(material_->certificate.get(), nullptr)));
    auto* at = static_cast<unsigned char*>(static_cast<void*>(der.data()));
    i2d_X509(material_->certificate.get(), &at);
    return der;
}

std::string Keyholder::certificatePem() const {
    return "-----BEGIN CERTIFICATE-----\n" + toBase64(certificate()) +
           "\n-----END CERTIFICATE-----\n";
}

KeyKind Keyholder::kind() const {
    return kindOf(material_->key.get());
}

Result<Bytes> Keyholder::sign(ByteView message, const SigningMethod& method) const {
    const SigningContext context = TRY(startSigning(material_->key.get(), method));
    std::size_t size = 0;
    EVP_DigestSign(context.digest.get(), nullptr, &size, octets(message), message.size());
    Bytes value(size);
    auto* at = static_cast<unsigned char*>(static_cast<void*>(value.data()));
    if (EVP_DigestSign(context.digest.get(), at, &size, octets(message), message.size()) != 1)
        return failed("sign");
    value.resize(size);
    return value;
}

Result<Bytes> Keyholder::signPlain(ByteView message) const {
    const Bytes der = TRY(sign(message));
    const unsigned char* at = octets(der);
    const SignaturePtr pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    if (!pair)
        return failed("signature");
    constexpr int kScalarSize = 32;
    Bytes plain(2 * kScalarSize);
    auto* into = static_cast<unsigned char*>(static_cast<void*>(plain.data()));
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), into, kScalarSize);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), into + kScalarSize, kScalarSize);
    return plain;
}

} // namespace kiosk::sandbox
