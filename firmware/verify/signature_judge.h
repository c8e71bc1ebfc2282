// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/document.h"
#include "firmware/seal/signed_value.h"
#include "firmware/verify/layers.h"
#include "firmware/verify/verdict.h"

namespace kiosk::verify {

/// One signature after all its layers were looked at.
struct JudgedSignature {
    SignatureCheck check;
    std::vector<Why> findings;
    std::vector<document::Stamp> stamps; ///< the seal's picture at each of its places

    /// Keeps a layer's findings and says what they make of it.
    LayerState take(const layers::Findings& found);
};

/// What a value was made for, and what stands beside it.
struct SignedThing {
    ByteView data;
    std::optional<std::string> descriptionPath = std::nullopt; ///< of Signature.xml in an OFD
    std::optional<ByteView> sealCopy = std::nullopt;           ///< Seal.esl
};

/// The layers that lie in the value itself, the same for OFD and PDF.
void judgeValue(const seal::SignedValue& value, const SignedThing& thing, const TrustList& trust,
                WallTime now, JudgedSignature& judged);

/// The reason for a value that could not be read.
Why whyUnreadable(const Error& error);

} // namespace kiosk::verify
