// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/seal/signed_value.h"
#include "firmware/verify/reasons.h"
#include "firmware/verify/signature_files.h"
#include "firmware/verify/trust_list.h"

/// The layers of one signature, each judged apart from the others. A function lists what it found;
/// nothing found means the layer is in order.
namespace kiosk::verify::layers {

using Findings = std::vector<Why>;

/// Every file of the list is there, with the digest of its uncompressed bytes as listed.
Findings references(const document::Package& package, const SignatureDescription& description);

/// The value was made for just this Signature.xml.
Findings dataHash(const seal::SignedValue& value, ByteView description);

/// The signer's signature over what the value says.
Findings signature(const seal::SignedValue& value);

/// The seal maker's signature, and the Seal.esl beside it being the same seal.
Findings sealSignature(const seal::ElectronicSeal& seal, std::optional<ByteView> copy);

/// The signer stands in the seal's list.
Findings signerListed(const seal::SignedValue& value);

/// Signer and maker were certified by issuers we trust, and may do what they did.
Findings chain(const seal::SignedValue& value, const TrustList& trust);

/// Seal and certificates were valid when they were used; `now` exposes times yet to come.
Findings validAtSigning(const seal::SignedValue& value, WallTime now);

/// What has ended since. Says nothing against the document.
Findings validToday(const seal::SignedValue& value, WallTime now);

} // namespace kiosk::verify::layers
