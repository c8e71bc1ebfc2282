// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include "firmware/base/bytes.h"
#include "firmware/tpm/place.h"

namespace kiosk::handout {

/// Its file in the kiosk's state folder, readable by the kiosk alone: PKCS #8 in PEM, or what only
/// the TPM that made the key can use (tpm::keyFileOf()).
inline constexpr const char* kKeyFileName = "health_key.pem";

/// Where the key that is to follow the one of this file waits until it does.
inline std::filesystem::path nextKeyFile(std::filesystem::path file) {
    return file += ".next";
}

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
    /// The key of this file. Where there is none one is made and kept: in the board's TPM where
    /// that is the kiosk's (tpm::Place::isOurs) and is there, else in the file; of two that do so
    /// at once both get the one that was kept first. A key in a file goes on being one where there
    /// is a TPM later: whoever supervises knows it by its name. Errors: "handout.key" (technician)
    /// where it can be neither read nor kept, or is of another kind, and tpm::makeSigner()'s.
    static Result<DeviceKey> openOrMake(const std::filesystem::path& file,
                                        const tpm::Place& at = tpm::Place::ofThisMachine());
    /// Only what is there. Asks no TPM: its name is known also where the TPM is away.
    static Result<DeviceKey> open(const std::filesystem::path& file,
                                  const tpm::Place& at = tpm::Place::ofThisMachine());

    /// A new key beside the one of this file, in nextKeyFile(), in place of any that waits there;
    /// where it is made openOrMake() says. Errors: the same.
    static Result<DeviceKey> makeNext(const std::filesystem::path& file,
                                      const tpm::Place& at = tpm::Place::ofThisMachine());
    /// The one that waits takes the place of the one that is, in one step that power cannot halve.
    /// Error "handout.key" (storage, technician): it does not.
    static Result<> takeNext(const std::filesystem::path& file);

    /// r and s, 32 bytes each, big end first, as Web Cryptography wants them. Never empty. Errors:
    /// "handout.key" (technician), and of a key in a TPM tpm::sign()'s.
    Result<Bytes> sign(ByteView message) const;

    /// Whether it lies in a TPM, which it cannot leave; else whoever copies the file has it.
    bool isInTpm() const { return isInTpm_; }

    /// The point, uncompressed (SEC 1): 65 bytes.
    const Bytes& publicPoint() const { return point_; }
    /// The key's name, by which people compare it: fingerprintOf() its point.
    std::string fingerprint() const;

private:
    using Sign = std::function<Result<Bytes>(ByteView message)>;

    DeviceKey(Bytes point, Sign sign, bool isInTpm)
        : point_(std::move(point)), sign_(std::move(sign)), isInTpm_(isInTpm) {}
    static Result<DeviceKey> ofTpm(std::string_view content, const tpm::Place& at);
    static Result<DeviceKey> ofFile(const Bytes& content);

    Bytes point_;
    Sign sign_;
    bool isInTpm_;
};

} // namespace kiosk::handout
