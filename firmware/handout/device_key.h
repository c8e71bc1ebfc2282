// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "firmware/base/bytes.h"

struct evp_pkey_st; ///< OpenSSL's

namespace kiosk::handout {

/// Its file in the kiosk's state folder: PKCS #8 in PEM, readable by the kiosk alone.
inline constexpr const char* kKeyFileName = "health_key.pem";

/// The name of the key with this point (SEC 1, uncompressed): the first 80 bits of the point's
/// SHA-256, "3F7A-09C2-11D0-5E6B-77A0".
std::string fingerprintOf(ByteView point);

/// Whether the key with this point has made this signature, r ‖ s, of this message. No for a point
/// that is none on P-256.
bool hasSigned(ByteView point, ByteView message, ByteView signature);

/// The key by which a phone knows this kiosk's health reports from anybody else's: ECDSA on P-256
/// with SHA-256 (FIPS 186-5), which every browser can check by itself (Web Cryptography). It signs
/// those, proofs of the running software (signed_codes.h) and the kiosk's record (firmware/audit),
/// each under a first line of its own, and nothing else. A value of one thread at a time.
class DeviceKey {
public:
    /// The key of this file. Where there is none one is made and kept; of two that do so at once
    /// both get the one that was kept first. Errors: "handout.key" (technician) where it can be
    /// neither read nor kept, or is of another kind.
    static Result<DeviceKey> openOrMake(const std::filesystem::path& file);
    /// Only what is there.
    static Result<DeviceKey> open(const std::filesystem::path& file);

    /// r and s, 32 bytes each, big end first, as Web Cryptography wants them. Never empty.
    Result<Bytes> sign(ByteView message) const;

    /// The point, uncompressed (SEC 1): 65 bytes.
    const Bytes& publicPoint() const { return point_; }
    /// The key's name, by which people compare it: fingerprintOf() its point.
    std::string fingerprint() const;

private:
    DeviceKey(std::shared_ptr<evp_pkey_st> key, Bytes point);

    std::shared_ptr<evp_pkey_st> key_;
    Bytes point_;
};

} // namespace kiosk::handout
