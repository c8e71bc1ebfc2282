// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/bytes.h"
#include "firmware/base/clock.h"

namespace kiosk::seal {

/// What a verdict needs to know of a certificate. Values are read, not yet believed.
struct Certificate {
    enum class Usage { maySign, mayNotSign };
    enum class TimeStamping { permitted, notPermitted };

    std::string commonName; ///< of the subject, UTF-8; the organisation's name where there is none
    std::string issuer;     ///< common name of the issuer
    WallTime validFrom;
    WallTime validUntil;
    /// keyUsage (RFC 5280, 4.2.1.3) names digitalSignature or nonRepudiation, or is absent.
    Usage usage = Usage::mayNotSign;
    /// extKeyUsage (RFC 3161, 2.3) names timeStamping.
    TimeStamping timeStamping = TimeStamping::notPermitted;

    bool isValidAt(WallTime time) const { return validFrom <= time && time <= validUntil; }
};

/// Error "seal.certificate".
Result<Certificate> parseCertificate(ByteView der);

/// SM3 over the certificate's SubjectPublicKeyInfo as it stands: names the key, whoever certified
/// it. Error "seal.certificate".
Result<Bytes> publicKeyDigest(ByteView der);

/// The DER of every certificate in a PEM text. Error "seal.certificate" when there is none or one
/// is damaged.
Result<std::vector<Bytes>> certificatesInPem(std::string_view pem);

} // namespace kiosk::seal
