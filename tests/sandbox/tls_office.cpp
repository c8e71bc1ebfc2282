// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/tls_office.h"

#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "firmware/base/files.h"
#include "tests/sandbox/openssl_handles.h"

namespace kiosk::sandbox {

namespace {

constexpr long kDay = 24L * 60 * 60;
constexpr std::size_t kMaxPem = 64U << 10;

std::unexpected<Error> failed(std::string_view what) {
    return fail(ErrorKind::internal, "sandbox.certificate", Remedy::technician, what);
}

struct Identity {
    KeyHandle key;
    CertificateHandle certificate;
};

bool addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    const bool added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool setSerial(X509* certificate) {
    std::uint64_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1 | 1) == 1;
}

/// The form all have in common; extensions and signature follow.
CertificateHandle blank(const std::string& name, EVP_PKEY* key, WallTime now) {
    constexpr long kVersion3 = 2;
    CertificateHandle certificate(X509_new());
    const std::time_t at = std::chrono::system_clock::to_time_t(now);
    std::time_t from = at - kDay;
    std::time_t until = at + 3650 * kDay;
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    const auto* text = reinterpret_cast<const unsigned char*>(name.c_str());
    const bool made =
        X509_set_version(certificate.get(), kVersion3) == 1 && setSerial(certificate.get()) &&
        X509_time_adj(X509_getm_notBefore(certificate.get()), 0, &from) != nullptr &&
        X509_time_adj(X509_getm_notAfter(certificate.get()), 0, &until) != nullptr &&
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1 &&
        X509_set_pubkey(certificate.get(), key) == 1;
    return made ? std::move(certificate) : nullptr;
}

Result<Identity> makeAuthority(const std::string& name, WallTime now) {
    Identity made{KeyHandle(EVP_EC_gen("P-256")), nullptr};
    made.certificate = made.key ? blank(name, made.key.get(), now) : nullptr;
    X509* certificate = made.certificate.get();
    if (certificate == nullptr ||
        X509_set_issuer_name(certificate, X509_get_subject_name(certificate)) != 1 ||
        !addExtension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE") ||
        !addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(certificate, certificate, NID_subject_key_identifier, "hash") ||
        X509_sign(certificate, made.key.get(), EVP_sha256()) == 0)
        return failed(name);
    return made;
}

bool extendLeaf(X509* certificate, X509* issuer, TlsUse use, const std::string& seenAt) {
    const bool server = use == TlsUse::server;
    const std::string names =
        "IP:127.0.0.1,DNS:localhost" + (seenAt.empty() ? "" : ",IP:" + seenAt);
    return addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature") &&
           addExtension(certificate, issuer, NID_ext_key_usage,
                        server ? "serverAuth" : "clientAuth") &&
           addExtension(certificate, issuer, NID_authority_key_identifier, "keyid") &&
           (!server || addExtension(certificate, issuer, NID_subject_alt_name, names.c_str()));
}

Result<Identity> issue(const Identity& authority, const std::string& name, TlsUse use, WallTime now,
                       const std::string& seenAt) {
    Identity made{KeyHandle(EVP_EC_gen("P-256")), nullptr};
    made.certificate = made.key ? blank(name, made.key.get(), now) : nullptr;
    X509* certificate = made.certificate.get();
    X509* issuer = authority.certificate.get();
    if (certificate == nullptr ||
        X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) != 1 ||
        !extendLeaf(certificate, issuer, use, seenAt) ||
        X509_sign(certificate, authority.key.get(), EVP_sha256()) == 0)
        return failed(name);
    return made;
}

Result<> save(const Identity& identity, const TlsIdentity& files) {
    const BioHandle key(BIO_new(BIO_s_mem()));
    const BioHandle certificate(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PrivateKey(key.get(), identity.key.get(), nullptr, nullptr, 0, nullptr,
                                 nullptr) != 1 ||
        PEM_write_bio_X509(certificate.get(), identity.certificate.get()) != 1)
        return failed("writing");
    // The key first: a certificate without a key would count as issued.
    TRY(writeFile(files.keyFile, bytesOf(textIn(key.get()))));
    return writeFile(files.certFile, bytesOf(textIn(certificate.get())));
}

Result<Identity> load(const TlsIdentity& files) {
    const std::string key = toText(TRY(readFile(files.keyFile, kMaxPem)));
    const std::string certificate = toText(TRY(readFile(files.certFile, kMaxPem)));
    Identity loaded{
        KeyHandle(PEM_read_bio_PrivateKey(memoryOf(key).get(), nullptr, nullptr, nullptr)),
        CertificateHandle(
            PEM_read_bio_X509(memoryOf(certificate).get(), nullptr, nullptr, nullptr))};
    if (!loaded.key || !loaded.certificate)
        return failed("not a certificate and its key");
    return loaded;
}

} // namespace

struct TlsOffice::Office {
    std::filesystem::path folder;
    WallTime now;
    std::string seenAt;
    TlsIdentity files;
    Identity authority;
};

TlsOffice::TlsOffice(std::unique_ptr<Office> office) : office_(std::move(office)) {}
TlsOffice::~TlsOffice() = default;
TlsOffice::TlsOffice(TlsOffice&&) noexcept = default;
TlsOffice& TlsOffice::operator=(TlsOffice&&) noexcept = default;

Result<TlsOffice> TlsOffice::open(const std::filesystem::path& folder, WallTime now,
                                  const std::string& seenAt) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        return failed(failure.message());
    const TlsIdentity files{folder / "ca.pem", folder / "ca.key"};
    if (!std::filesystem::exists(files.certFile))
        TRY(save(TRY(makeAuthority("Sandbox " + folder.filename().string(), now)), files));
    Identity authority = TRY(load(files));
    return TlsOffice(
        std::make_unique<Office>(Office{folder, now, seenAt, files, std::move(authority)}));
}

const std::filesystem::path& TlsOffice::caFile() const {
    return office_->files.certFile;
}

Result<TlsIdentity> TlsOffice::identity(const std::string& name, TlsUse use) const {
    TlsIdentity files{office_->folder / (name + ".pem"), office_->folder / (name + ".key")};
    if (!std::filesystem::exists(files.certFile))
        TRY(save(TRY(issue(office_->authority, name, use, office_->now, office_->seenAt)), files));
    return files;
}

} // namespace kiosk::sandbox
