// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/authority/request.h"

namespace kiosk::authority {

/// The largest text an envelope takes.
inline constexpr std::size_t kMaxSealedBytes = 16U << 10;

/// Encrypts to the owner of an SM2 public key (PEM, SubjectPublicKeyInfo) by GB/T 32918.4, which
/// carries its own digest: a changed envelope does not open. Filled up to a multiple of 512 bytes,
/// so that its size does not tell what is inside.
/// Errors: "envelope.key" (configuration), "envelope.too-large" (internal), "envelope.sealing"
/// (internal).
Result<Bytes> sealFor(std::string_view publicKeyPem, ByteView content);

/// The request's content as the envelope holds it: JSON, with the key inside once more, so that an
/// envelope cannot be sent under another key.
std::string envelopeContent(const Request& request);
/// The reverse, for a platform that opened an envelope. Errors: "envelope.garbled" (supplier).
Result<Request> parseEnvelopeContent(std::string_view content);

/// Both in one step.
Result<SealedRequest> sealRequest(std::string_view publicKeyPem, const Request& request);

} // namespace kiosk::authority
