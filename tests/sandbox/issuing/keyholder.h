// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "firmware/base/clock.h"
#include "tests/sandbox/issuing/signing_method.h"

namespace kiosk::sandbox {

/// Who a certificate is for and how long it holds.
struct Subject {
    enum class Role {
        root,    ///< issues certificates
        signer,  ///< signs documents or makes seals
        cipher,  ///< for encryption, may not sign
        stamper, ///< makes time stamps
    };

    std::string organisation;
    std::string commonName;
    Role role = Role::signer;
    WallTime validFrom;
    WallTime validUntil;
    KeyKind key = KeyKind::sm2;
    /// How the issuer signs the certificate where it is not as its key is wont to.
    std::optional<SigningMethod> certifiedWith = std::nullopt;
    std::string basicConstraints =
        {}; ///< in OpenSSL's notation where not the role's own; "-": none
    std::string criticalExtension = {}; ///< dotted OID of one that nobody knows
};

/// A key with its certificate (X.509): a root, a seal maker, a signer. SM2 where not told
/// otherwise.
class Keyholder {
public:
    /// A new key, certified by itself.
    static Result<Keyholder> makeRoot(const Subject& subject);
    /// A new key, certified by this one.
    Result<Keyholder> certify(const Subject& subject) const;

    /// `<name>.key` (owner only) and `<name>.pem` in the folder.
    Result<> store(const std::filesystem::path& folder, const std::string& name) const;
    static Result<Keyholder> load(const std::filesystem::path& folder, const std::string& name);

    ~Keyholder();
    Keyholder(Keyholder&&) noexcept;
    Keyholder& operator=(Keyholder&&) noexcept;

    Bytes certificate() const; ///< DER
    std::string certificatePem() const;
    KeyKind kind() const;
    /// The message's signature, as the key is wont to or as told; SM2 and ECDSA as SEQUENCE{r, s}.
    Result<Bytes> sign(ByteView message) const { return sign(message, usualMethod(kind())); }
    Result<Bytes> sign(ByteView message, const SigningMethod& method) const;
    /// An SM2 signature as 64 bytes, r ‖ s.
    Result<Bytes> signPlain(ByteView message) const;

private:
    struct Material;
    explicit Keyholder(std::unique_ptr<Material> material);
    static Result<Keyholder> make(const Subject& subject, const Material* issuer);
    std::unique_ptr<Material> material_;
};

} // namespace kiosk::sandbox
