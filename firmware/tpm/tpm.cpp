// SPDX-License-Identifier: Apache-2.0
#include "firmware/tpm/tpm.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <vector>

#include "firmware/tpm/late_tss.h"

namespace kiosk::tpm {

namespace {

constexpr std::size_t kNumberBytes = 32; ///< of r, s, x and y
constexpr std::byte kUncompressed{0x04};

constexpr TPMA_OBJECT kMadeHere =
    TPMA_OBJECT_FIXEDTPM | TPMA_OBJECT_FIXEDPARENT | TPMA_OBJECT_SENSITIVEDATAORIGIN;
constexpr TPMA_OBJECT kWithoutPhrase = TPMA_OBJECT_USERWITHAUTH | TPMA_OBJECT_NODA;
constexpr TPMA_OBJECT kStorage =
    kMadeHere | kWithoutPhrase | TPMA_OBJECT_RESTRICTED | TPMA_OBJECT_DECRYPT;
constexpr TPMA_OBJECT kSigner = kMadeHere | kWithoutPhrase | TPMA_OBJECT_SIGN_ENCRYPT;

std::unexpected<Error> absent(std::string_view why) {
    return fail(ErrorKind::unavailable, "tpm.absent", Remedy::technician, why);
}

std::unexpected<Error> notOurKey(std::string_view why) {
    return fail(ErrorKind::storage, "tpm.key-file", Remedy::technician, why);
}

/// TPM 2.0 Library Part 2, 6.6.2: of a format-one code what is left without the parameter it is of.
bool saysIntegrity(TSS2_RC code) {
    constexpr TSS2_RC kNumber = 0x3F;
    return (code & TPM2_RC_FMT1) != 0 && (code & kNumber) == (TPM2_RC_INTEGRITY & kNumber);
}

Result<> done(TSS2_RC code) {
    if (code == TSS2_RC_SUCCESS)
        return {};
    if (saysIntegrity(code))
        return fail(ErrorKind::refused, "tpm.other", Remedy::technician,
                    "another TPM, or it was cleared");
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "TPM code %#x", code);
    return fail(ErrorKind::device, "tpm.failed", Remedy::technician, text.data());
}

struct EsysFree {
    void operator()(void* given) const { Esys_Free(given); }
};
template <typename T>
using Given = std::unique_ptr<T, EsysFree>;

/// What one of the library's functions puts where it is told; whatever it is, it is freed.
template <typename T>
class Into {
public:
    explicit Into(Given<T>& place) : place_(place) {}
    ~Into() { place_.reset(taken_); }
    Into(const Into&) = delete;
    Into& operator=(const Into&) = delete;
    operator T**() { return &taken_; } // NOLINT(google-explicit-constructor): it is to be passed

private:
    Given<T>& place_;
    T* taken_ = nullptr;
};

/// A conversation with the TPM.
class Talk {
public:
    static Result<Talk> open(const Transport& transport);

    ESYS_CONTEXT* context() const { return context_.get(); }

private:
    struct Finalize {
        void operator()(ESYS_CONTEXT* context) const { Esys_Finalize(&context); }
    };
    struct Close {
        void operator()(TSS2_TCTI_CONTEXT* wire) const { // what Tss2_Tcti_Finalize() is
            reinterpret_cast<TSS2_TCTI_CONTEXT_COMMON_V1*>(wire)->finalize(wire);
        }
    };

    // Each outlives what is below.
    std::unique_ptr<std::max_align_t[]> memory_; // NOLINT(modernize-avoid-c-arrays): of a size told
    std::unique_ptr<TSS2_TCTI_CONTEXT, Close> wire_;
    std::unique_ptr<ESYS_CONTEXT, Finalize> context_;
};

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

/// A key that lies in the TPM for as long as this.
class Loaded {
public:
    Loaded(const Talk& talk, ESYS_TR handle) : talk_(&talk), handle_(handle) {}
    ~Loaded() {
        if (handle_ != ESYS_TR_NONE)
            Esys_FlushContext(talk_->context(), handle_);
    }
    Loaded(Loaded&& other) noexcept
        : talk_(other.talk_), handle_(std::exchange(other.handle_, ESYS_TR_NONE)) {}
    Loaded& operator=(Loaded&&) = delete;

    ESYS_TR handle() const { return handle_; }

private:
    const Talk* talk_;
    ESYS_TR handle_;
};

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

/// As every TPM makes it anew from the seed that it keeps (TCG Provisioning Guidance, 7.5.1): it
/// need not be kept, and is another one once the TPM was cleared.
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

TPM2B_PUBLIC signerKey() {
    TPMT_SYM_DEF_OBJECT none{};
    none.algorithm = TPM2_ALG_NULL;
    TPMT_ECC_SCHEME ecdsa{};
    ecdsa.scheme = TPM2_ALG_ECDSA;
    ecdsa.details.ecdsa.hashAlg = TPM2_ALG_SHA256;
    return onP256(kSigner, ecdsa, none);
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

Result<TPM2B_PUBLIC> publicPartOf(const KeyBlob& key) {
    auto part = TRY(unmarshalled<TPM2B_PUBLIC>(key.publicPart, *Tss2_MU_TPM2B_PUBLIC_Unmarshal));
    const TPMT_PUBLIC& area = part.publicArea;
    if (area.type != TPM2_ALG_ECC || area.parameters.eccDetail.curveID != TPM2_ECC_NIST_P256)
        return notOurKey("not a key on P-256");
    if (area.objectAttributes != kSigner)
        return notOurKey("not one that only signs and cannot leave its TPM");
    return part;
}

Result<Loaded> load(const Talk& talk, const Loaded& parent, const KeyBlob& key) {
    const auto outside = TRY(publicPartOf(key));
    const auto inside =
        TRY(unmarshalled<TPM2B_PRIVATE>(key.privatePart, *Tss2_MU_TPM2B_PRIVATE_Unmarshal));
    ESYS_TR handle = ESYS_TR_NONE;
    TRY(done(Esys_Load(talk.context(), parent.handle(), ESYS_TR_PASSWORD, ESYS_TR_NONE,
                       ESYS_TR_NONE, &inside, &outside, &handle)));
    return Loaded(talk, handle);
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
    const TPM2B_PUBLIC wanted = signerKey();
    const TPM2B_SENSITIVE_CREATE secret{};
    const TPM2B_DATA nothing{};
    const TPML_PCR_SELECTION noState{};
    Given<TPM2B_PRIVATE> inside;
    Given<TPM2B_PUBLIC> outside;
    Given<TPM2B_CREATION_DATA> data;
    Given<TPM2B_DIGEST> hash;
    Given<TPMT_TK_CREATION> ticket;
    TRY(done(Esys_Create(talk.context(), parent.handle(), ESYS_TR_PASSWORD, ESYS_TR_NONE,
                         ESYS_TR_NONE, &secret, &wanted, &nothing, &noState, Into(inside),
                         Into(outside), Into(data), Into(hash), Into(ticket))));
    return KeyBlob{TRY(marshalled(*outside, *Tss2_MU_TPM2B_PUBLIC_Marshal)),
                   TRY(marshalled(*inside, *Tss2_MU_TPM2B_PRIVATE_Marshal))};
}

Result<Bytes> sign(const KeyBlob& key, ByteView sha256, const Transport& transport) {
    const Talk talk = TRY(Talk::open(transport));
    const Loaded parent = TRY(loadStorageKey(talk));
    const Loaded loaded = TRY(load(talk, parent, key));
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
