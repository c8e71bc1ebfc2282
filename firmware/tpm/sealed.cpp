// SPDX-License-Identifier: Apache-2.0
#include "firmware/tpm/sealed.h"

#include <algorithm>
#include <cstring>

#include "firmware/tpm/talk.h"

namespace kiosk::tpm {

namespace {

constexpr TPMA_OBJECT kSealed = kStaysHere | TPMA_OBJECT_NODA;

TPML_PCR_SELECTION secureBootState() {
    constexpr unsigned kRegister = 7;
    TPML_PCR_SELECTION chosen{};
    chosen.count = 1;
    chosen.pcrSelections[0].hash = TPM2_ALG_SHA256;
    chosen.pcrSelections[0].sizeofSelect = 3; // PCR 0 to 23
    chosen.pcrSelections[0].pcrSelect[0] = 1U << kRegister;
    return chosen;
}

/// A session whose key only the TPM's storage key can know: a parameter goes enciphered where it
/// has the attribute for that (TPM 2.0 Library Part 1, 21).
Result<Loaded> startSession(const Talk& talk, const Loaded& salter, TPM2_SE kind,
                            TPMA_SESSION enciphered) {
    constexpr UINT16 kBits = 128;
    TPMT_SYM_DEF aes{};
    aes.algorithm = TPM2_ALG_AES;
    aes.keyBits.aes = kBits;
    aes.mode.aes = TPM2_ALG_CFB;
    ESYS_TR handle = ESYS_TR_NONE;
    TRY(done(Esys_StartAuthSession(talk.context(), salter.handle(), ESYS_TR_NONE, ESYS_TR_NONE,
                                   ESYS_TR_NONE, ESYS_TR_NONE, nullptr, kind, &aes, TPM2_ALG_SHA256,
                                   &handle)));
    Loaded session(talk, handle);
    constexpr TPMA_SESSION kAll = 0xFF;
    TRY(done(Esys_TRSess_SetAttributes(talk.context(), handle,
                                       TPMA_SESSION_CONTINUESESSION | enciphered, kAll)));
    return session;
}

/// That Secure Boot is as it is now.
Result<> requireSecureBoot(const Talk& talk, const Loaded& session) {
    const TPM2B_DIGEST asItIs{};
    const TPML_PCR_SELECTION state = secureBootState();
    return done(Esys_PolicyPCR(talk.context(), session.handle(), ESYS_TR_NONE, ESYS_TR_NONE,
                               ESYS_TR_NONE, &asItIs, &state));
}

/// What a session comes to that requires it (TPM 2.0 Library Part 3, 23.7).
Result<TPM2B_DIGEST> secureBootPolicy(const Talk& talk, const Loaded& parent) {
    const Loaded trial = TRY(startSession(talk, parent, TPM2_SE_TRIAL, 0));
    TRY(requireSecureBoot(talk, trial));
    Given<TPM2B_DIGEST> digest;
    TRY(done(Esys_PolicyGetDigest(talk.context(), trial.handle(), ESYS_TR_NONE, ESYS_TR_NONE,
                                  ESYS_TR_NONE, Into(digest))));
    return *digest;
}

Result<TPM2B_PUBLIC> sealedObject(const Talk& talk, const Loaded& parent, Binding binding) {
    TPM2B_PUBLIC wanted{};
    wanted.publicArea.type = TPM2_ALG_KEYEDHASH;
    wanted.publicArea.nameAlg = TPM2_ALG_SHA256;
    wanted.publicArea.parameters.keyedHashDetail.scheme.scheme = TPM2_ALG_NULL;
    wanted.publicArea.objectAttributes = kSealed;
    if (binding == Binding::tpm)
        wanted.publicArea.objectAttributes |= TPMA_OBJECT_USERWITHAUTH;
    else
        wanted.publicArea.authPolicy = TRY(secureBootPolicy(talk, parent));
    return wanted;
}

Result<Binding> bindingOf(const TPM2B_PUBLIC& outside) {
    const TPMT_PUBLIC& area = outside.publicArea;
    if (area.type != TPM2_ALG_KEYEDHASH)
        return notOurKey("not a sealed secret");
    if (area.objectAttributes == (kSealed | TPMA_OBJECT_USERWITHAUTH) && area.authPolicy.size == 0)
        return Binding::tpm;
    if (area.objectAttributes == kSealed && area.authPolicy.size == TPM2_SHA256_DIGEST_SIZE)
        return Binding::secureBoot;
    return notOurKey("not one that cannot leave its TPM and is not locked by power cuts");
}

Result<Loaded> startUnsealing(const Talk& talk, const Loaded& parent, Binding binding) {
    if (binding == Binding::tpm)
        return startSession(talk, parent, TPM2_SE_HMAC, TPMA_SESSION_ENCRYPT);
    Loaded session = TRY(startSession(talk, parent, TPM2_SE_POLICY, TPMA_SESSION_ENCRYPT));
    TRY(requireSecureBoot(talk, session));
    return session;
}

} // namespace

Result<KeyBlob> seal(ByteView secret, Binding binding, const Transport& transport) {
    TPM2B_SENSITIVE_CREATE inside{};
    TPM2B_SENSITIVE_DATA& data = inside.sensitive.data; // empty, or too long, the TPM refuses it
    data.size = static_cast<UINT16>(std::min(secret.size(), sizeof data.buffer));
    std::ranges::copy(secret.first(data.size), reinterpret_cast<std::byte*>(data.buffer));
    const Talk talk = TRY(Talk::open(transport));
    const Loaded parent = TRY(loadStorageKey(talk));
    const TPM2B_PUBLIC wanted = TRY(sealedObject(talk, parent, binding));
    const Loaded session = TRY(startSession(talk, parent, TPM2_SE_HMAC, TPMA_SESSION_DECRYPT));
    auto sealed = create(talk, parent, session.handle(), inside, wanted);
    ::explicit_bzero(&inside, sizeof inside);
    return sealed;
}

Result<Bytes> unseal(const KeyBlob& sealed, const Transport& transport) {
    const auto outside = TRY(outsideOf(sealed));
    const Binding binding = TRY(bindingOf(outside));
    const Talk talk = TRY(Talk::open(transport));
    const Loaded parent = TRY(loadStorageKey(talk));
    const Loaded object = TRY(load(talk, parent, outside, sealed));
    const Loaded session = TRY(startUnsealing(talk, parent, binding));
    Given<TPM2B_SENSITIVE_DATA> data;
    TRY(done(Esys_Unseal(talk.context(), object.handle(), session.handle(), ESYS_TR_NONE,
                         ESYS_TR_NONE, Into(data))));
    const auto* first = reinterpret_cast<const std::byte*>(data->buffer);
    Bytes secret(first, first + data->size);
    ::explicit_bzero(data.get(), sizeof *data);
    return secret;
}

Result<Binding> bindingOf(const KeyBlob& sealed) {
    return bindingOf(TRY(outsideOf(sealed)));
}

} // namespace kiosk::tpm
