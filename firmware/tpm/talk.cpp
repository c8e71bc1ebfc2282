// SPDX-License-Identifier: Apache-2.0
#include "firmware/tpm/talk.h"

#include <array>
#include <cstdio>

namespace kiosk::tpm {

namespace {

constexpr TPMA_OBJECT kStorage = kMadeHere | TPMA_OBJECT_USERWITHAUTH | TPMA_OBJECT_NODA |
                                 TPMA_OBJECT_RESTRICTED | TPMA_OBJECT_DECRYPT;

std::unexpected<Error> absent(std::string_view why) {
    return fail(ErrorKind::unavailable, "tpm.absent", Remedy::technician, why);
}

/// TPM 2.0 Library Part 2, 6.6.2: of a format-one code what is left without what it is of.
bool says(TSS2_RC code, TSS2_RC expected) {
    constexpr TSS2_RC kNumber = 0x3F;
    return (code & TPM2_RC_FMT1) != 0 && (code & kNumber) == (expected & kNumber);
}

TPM2B_PUBLIC storageKey() {
    constexpr UINT16 kBits = 128;
    TPMT_SYM_DEF_OBJECT aes{};
    aes.algorithm = TPM2_ALG_AES;
    aes.keyBits.aes = kBits;
    aes.mode.aes = TPM2_ALG_CFB;
    TPMT_ECC_SCHEME none{};
    none.scheme = TPM2_ALG_NULL;
    return onP256(kStorage, none, aes);
}

template <typename T, typename Marshal>
Result<Bytes> marshalled(const T& part, const Marshal& marshal) {
    Bytes bytes(sizeof part);
    std::size_t size = 0;
    if (marshal(&part, reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size(), &size) !=
        TSS2_RC_SUCCESS)
        return notOurKey("it has no form to be kept in");
    bytes.resize(size);
    return bytes;
}

template <typename T, typename Unmarshal>
Result<T> unmarshalled(ByteView bytes, const Unmarshal& unmarshal) {
    T part{};
    std::size_t read = 0;
    if (unmarshal(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &read,
                  &part) != TSS2_RC_SUCCESS ||
        read != bytes.size())
        return notOurKey("not whole");
    return part;
}

} // namespace

std::unexpected<Error> notOurKey(std::string_view why) {
    return fail(ErrorKind::storage, "tpm.key-file", Remedy::technician, why);
}

Result<> done(TSS2_RC code) {
    if (code == TSS2_RC_SUCCESS)
        return {};
    if (says(code, TPM2_RC_INTEGRITY))
        return fail(ErrorKind::refused, "tpm.other", Remedy::technician,
                    "another TPM, or it was cleared");
    if (says(code, TPM2_RC_POLICY_FAIL))
        return fail(ErrorKind::refused, "tpm.other-boot", Remedy::technician,
                    "Secure Boot was switched or its keys were changed");
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "TPM code %#x", code);
    return fail(ErrorKind::device, "tpm.failed", Remedy::technician, text.data());
}

Result<Talk> Talk::open(const Transport& transport) {
    auto* init =
        reinterpret_cast<TSS2_TCTI_INIT_FUNC>(LateLibrary(transport.library).find(transport.init));
    std::size_t size = 0;
    if (init(nullptr, &size, nullptr) != TSS2_RC_SUCCESS)
        return absent("no transport");
    Talk talk;
    talk.memory_.reset(new std::max_align_t[size / sizeof(std::max_align_t) + 1]());
    auto* wire = reinterpret_cast<TSS2_TCTI_CONTEXT*>(talk.memory_.get());
    if (init(wire, &size, transport.at.c_str()) != TSS2_RC_SUCCESS)
        return absent(transport.at);
    talk.wire_.reset(wire);
    ESYS_CONTEXT* context = nullptr;
    TRY(done(Esys_Initialize(&context, talk.wire_.get(), nullptr)));
    talk.context_.reset(context);
    return talk;
}

TPM2B_PUBLIC onP256(TPMA_OBJECT attributes, TPMT_ECC_SCHEME scheme, TPMT_SYM_DEF_OBJECT symmetric) {
    TPM2B_PUBLIC wanted{};
    wanted.publicArea.type = TPM2_ALG_ECC;
    wanted.publicArea.nameAlg = TPM2_ALG_SHA256;
    wanted.publicArea.objectAttributes = attributes;
    TPMS_ECC_PARMS& curve = wanted.publicArea.parameters.eccDetail;
    curve.symmetric = symmetric;
    curve.scheme = scheme;
    curve.curveID = TPM2_ECC_NIST_P256;
    curve.kdf.scheme = TPM2_ALG_NULL;
    return wanted;
}

Result<Loaded> loadStorageKey(const Talk& talk) {
    const TPM2B_PUBLIC wanted = storageKey();
    const TPM2B_SENSITIVE_CREATE secret{};
    const TPM2B_DATA nothing{};
    const TPML_PCR_SELECTION noState{};
    ESYS_TR handle = ESYS_TR_NONE;
    TRY(done(Esys_CreatePrimary(talk.context(), ESYS_TR_RH_OWNER, ESYS_TR_PASSWORD, ESYS_TR_NONE,
                                ESYS_TR_NONE, &secret, &wanted, &nothing, &noState, &handle,
                                nullptr, nullptr, nullptr, nullptr)));
    return Loaded(talk, handle);
}

Result<KeyBlob> create(const Talk& talk, const Loaded& parent, ESYS_TR session,
                       const TPM2B_SENSITIVE_CREATE& secret, const TPM2B_PUBLIC& wanted) {
    const TPM2B_DATA nothing{};
    const TPML_PCR_SELECTION noState{};
    Given<TPM2B_PRIVATE> inside;
    Given<TPM2B_PUBLIC> outside;
    Given<TPM2B_CREATION_DATA> data;
    Given<TPM2B_DIGEST> hash;
    Given<TPMT_TK_CREATION> ticket;
    TRY(done(Esys_Create(talk.context(), parent.handle(), session, ESYS_TR_NONE, ESYS_TR_NONE,
                         &secret, &wanted, &nothing, &noState, Into(inside), Into(outside),
                         Into(data), Into(hash), Into(ticket))));
    return KeyBlob{TRY(marshalled(*outside, *Tss2_MU_TPM2B_PUBLIC_Marshal)),
                   TRY(marshalled(*inside, *Tss2_MU_TPM2B_PRIVATE_Marshal))};
}

Result<TPM2B_PUBLIC> outsideOf(const KeyBlob& key) {
    return unmarshalled<TPM2B_PUBLIC>(key.publicPart, *Tss2_MU_TPM2B_PUBLIC_Unmarshal);
}

Result<Loaded> load(const Talk& talk, const Loaded& parent, const TPM2B_PUBLIC& outside,
                    const KeyBlob& key) {
    const auto inside =
        TRY(unmarshalled<TPM2B_PRIVATE>(key.privatePart, *Tss2_MU_TPM2B_PRIVATE_Unmarshal));
    ESYS_TR handle = ESYS_TR_NONE;
    TRY(done(Esys_Load(talk.context(), parent.handle(), ESYS_TR_PASSWORD, ESYS_TR_NONE,
                       ESYS_TR_NONE, &inside, &outside, &handle)));
    return Loaded(talk, handle);
}

} // namespace kiosk::tpm
