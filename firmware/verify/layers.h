// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/seal/chain.h"
#include "firmware/seal/signed_value.h"
#include "firmware/seal/time_stamp.h"
#include "firmware/verify/reasons.h"
#include "firmware/verify/signature_files.h"
#include "firmware/verify/trust_list.h"

/// The layers of one signature, each judged apart from the others. A function lists what it found;
/// nothing found means the layer is in order.
namespace kiosk::verify::layers {

using Findings = std::vector<Why>;

/// Issuers' clocks and ours differ by minutes, not more.
inline constexpr std::chrono::minutes kClockTolerance{5};

/// Every file of the list is there, with the digest of its uncompressed bytes as listed.
/// `extendedList` is the path of the list of signatures where others follow this one in it.
Findings references(const document::Package& package, const SignatureDescription& description,
                    std::string_view extendedList = {});

/// The value was made for just these bytes. Only for a value that holds their digest.
Findings dataHash(const seal::SignedValue& value, ByteView data);

/// A seal's propertyInfo names just this Signature.xml (a package path): else a value was taken
/// from one signature and put into another.
Findings property(const seal::SignedValue& value, std::string_view path);

/// The signer's signature over what the value says; `data` where the value signs that directly.
Findings signature(const seal::SignedValue& value, ByteView data);

/// The seal maker's signature, and the Seal.esl beside it being the same seal.
Findings sealSignature(const seal::ElectronicSeal& seal, std::optional<ByteView> copy);

/// The signer stands in the seal's list.
Findings signerListed(const seal::SignedValue& value);

/// The ways to our roots, found once: each step costs a signature check.
struct Chains {
    seal::ChainCheck signer;
    std::optional<seal::ChainCheck> maker; ///< where there is a seal
};

Chains chainsOf(const seal::SignedValue& value, const TrustList& trust);

/// Signer and maker were certified by issuers we trust, and may do what they did.
Findings chain(const seal::SignedValue& value, const Chains& chains);

/// Seal, certificates and their issuers were valid when they were used; `now` exposes times yet to
/// come.
Findings validAtSigning(const seal::SignedValue& value, const Chains& chains, WallTime now);

/// The time stamp over the value, where it has one: stamps this value, was made by a stamper we
/// trust, agrees with the signer's own time. One that cannot be checked is a note: a value without
/// any is no worse.
Findings timeStamp(const seal::SignedValue& value, const TrustList& trust);

/// The stamper's signature, certificate and issuers, as of the time it states.
Findings stamper(const seal::TimeStamp& stamp, const TrustList& trust);

/// What has ended since: seal, signer, maker. Says nothing against the document.
Findings validToday(const seal::SignedValue& value, WallTime now);

} // namespace kiosk::verify::layers
