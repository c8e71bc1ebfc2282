// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <utility>

#include "firmware/base/bytes.h"
#include "firmware/tpm/key_file.h"
#include "firmware/tpm/late_tss.h"
#include "firmware/tpm/place.h"

/// How this room speaks to a TPM. Private to it.
namespace kiosk::tpm {

inline constexpr TPMA_OBJECT kStaysHere = TPMA_OBJECT_FIXEDTPM | TPMA_OBJECT_FIXEDPARENT;
inline constexpr TPMA_OBJECT kMadeHere = kStaysHere | TPMA_OBJECT_SENSITIVEDATAORIGIN;

/// "tpm.key-file".
std::unexpected<Error> notOurKey(std::string_view why);

/// A response code as one of the errors of tpm.h and sealed.h.
Result<> done(TSS2_RC code);

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

/// A key or a session that lies in the TPM for as long as this.
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

TPM2B_PUBLIC onP256(TPMA_OBJECT attributes, TPMT_ECC_SCHEME scheme, TPMT_SYM_DEF_OBJECT symmetric);

/// The parent of all that we make: the storage key of the owner's hierarchy. As every TPM makes it
/// anew from the seed that it keeps (TCG Provisioning Guidance, 7.5.1): it need not be kept, and is
/// another one once the TPM was cleared.
Result<Loaded> loadStorageKey(const Talk& talk);

/// A new object below `parent`, by `session` or, with ESYS_TR_PASSWORD, by its empty pass phrase.
Result<KeyBlob> create(const Talk& talk, const Loaded& parent, ESYS_TR session,
                       const TPM2B_SENSITIVE_CREATE& secret, const TPM2B_PUBLIC& wanted);

/// What a blob says of itself, unproven until its TPM has loaded it.
Result<TPM2B_PUBLIC> outsideOf(const KeyBlob& key);

Result<Loaded> load(const Talk& talk, const Loaded& parent, const TPM2B_PUBLIC& outside,
                    const KeyBlob& key);

} // namespace kiosk::tpm
