// SPDX-License-Identifier: Apache-2.0
#include "firmware/tpm/tpm.h"

#include <algorithm>

#include "firmware/tpm/talk.h"

namespace kiosk::tpm {

namespace {

constexpr std::size_t kNumberBytes = 32; ///< of r, s, x and y
constexpr std::byte kUncompressed{0x04};
constexpr TPMA_OBJECT kSigner =
    kMadeHere | TPMA_OBJECT_USERWITHAUTH | TPMA_OBJECT_NODA | TPMA_OBJECT_SIGN_ENCRYPT;

TPM2B_PUBLIC signerKey() {
    TPMT_SYM_DEF_OBJECT none{};
    none.algorithm = TPM2_ALG_NULL;
    TPMT_ECC_SCHEME ecdsa{};
    ecdsa.scheme = TPM2_ALG_ECDSA;
    ecdsa.details.ecdsa.hashAlg = TPM2_ALG_SHA256;
    return onP256(kSigner, ecdsa, none);
}

Result<TPM2B_PUBLIC> publicPartOf(const KeyBlob& key) {
    auto part = TRY(outsideOf(key));
    const TPMT_PUBLIC& area = part.publicArea;
    if (area.type != TPM2_ALG_ECC || area.parameters.eccDetail.curveID != TPM2_ECC_NIST_P256)
        return notOurKey("not a key on P-256");
    if (area.objectAttributes != kSigner)
        return notOurKey("not one that only signs and cannot leave its TPM");
    return part;
}

/// In as many bytes as the curve has: a TPM may leave out zeros in front.
Result<> appendNumber(Bytes& bytes, const TPM2B_ECC_PARAMETER& number) {
    if (number.size > kNumberBytes)
        return notOurKey("a number too long for P-256");
    bytes.resize(bytes.size() + kNumberBytes - number.size);
    const auto* digits = reinterpret_cast<const std::byte*>(number.buffer);
    bytes.insert(bytes.end(), digits, digits + number.size);
    return {};
}

Result<Bytes> signWith(const Talk& talk, const Loaded& key, ByteView sha256) {
    TPM2B_DIGEST digest{}; // of another size the TPM refuses it
    digest.size = static_cast<UINT16>(std::min(sha256.size(), sizeof digest.buffer));
    std::ranges::copy(sha256.first(digest.size), reinterpret_cast<std::byte*>(digest.buffer));
    TPMT_SIG_SCHEME its{};
    its.scheme = TPM2_ALG_NULL; // the key's own
    TPMT_TK_HASHCHECK none{};   // any digest: the key is not bound to the TPM's own
    none.tag = TPM2_ST_HASHCHECK;
    none.hierarchy = TPM2_RH_NULL;
    Given<TPMT_SIGNATURE> signature;
    TRY(done(Esys_Sign(talk.context(), key.handle(), ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE,
                       &digest, &its, &none, Into(signature))));
    Bytes numbers;
    TRY(appendNumber(numbers, signature->signature.ecdsa.signatureR));
    TRY(appendNumber(numbers, signature->signature.ecdsa.signatureS));
    return numbers;
}

} // namespace

Result<KeyBlob> makeSigner(const Transport& transport) {
    const Talk talk = TRY(Talk::open(transport));
    const Loaded parent = TRY(loadStorageKey(talk));
    return create(talk, parent, ESYS_TR_PASSWORD, {}, signerKey());
}

Result<Bytes> sign(const KeyBlob& key, ByteView sha256, const Transport& transport) {
    const Talk talk = TRY(Talk::open(transport));
    const Loaded parent = TRY(loadStorageKey(talk));
    const Loaded loaded = TRY(load(talk, parent, TRY(publicPartOf(key)), key));
    return signWith(talk, loaded, sha256);
}

Result<Bytes> pointOf(const KeyBlob& key) {
    const auto part = TRY(publicPartOf(key));
    Bytes point{kUncompressed};
    TRY(appendNumber(point, part.publicArea.unique.ecc.x));
    TRY(appendNumber(point, part.publicArea.unique.ecc.y));
    return point;
}

} // namespace kiosk::tpm
