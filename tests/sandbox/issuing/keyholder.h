// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "firmware/base/bytes.h"
#include "firmware/base/clock.h"

namespace kiosk::sandbox {

/// Who a certificate is for and how long it holds.
struct Subject {
    enum class Role { root, signer, cipher }; ///< cipher: for encryption, may not sign

    std::string organisation;
    std::string commonName;
    Role role = Role::signer;
    WallTime validFrom;
    WallTime validUntil;
};

/// An SM2 key with its certificate (X.509, SM2 with SM3, default user ID): a root, a seal maker, a
/// signer.
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
    /// SM2 with SM3 over the message: DER SEQUENCE{r, s}.
    Result<Bytes> sign(ByteView message) const;
    /// The same as 64 bytes, r ‖ s.
    Result<Bytes> signPlain(ByteView message) const;

private:
    struct Material;
    explicit Keyholder(std::unique_ptr<Material> material);
    static Result<Keyholder> make(const Subject& subject, const Material* issuer);
    std::unique_ptr<Material> material_;
};

} // namespace kiosk::sandbox
