// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tss2/tss2_esys.h>
#include <tss2/tss2_mu.h>

#include "firmware/base/late_library.h"

/// What we call of the TPM2 Software Stack. Nothing of it is needed before the first picture, and
/// on a board without a TPM never. Private to this room.
namespace kiosk::tpm {

inline constexpr LateLibrary kEsys{KIOSK_LIBTSS2_ESYS};
inline constexpr LateLibrary kMu{KIOSK_LIBTSS2_MU};

// NOLINTBEGIN(readability-identifier-naming): the library's own names
KIOSK_LATE(kEsys, Esys_Create);
KIOSK_LATE(kEsys, Esys_CreatePrimary);
KIOSK_LATE(kEsys, Esys_Finalize);
KIOSK_LATE(kEsys, Esys_FlushContext);
KIOSK_LATE(kEsys, Esys_Free);
KIOSK_LATE(kEsys, Esys_Initialize);
KIOSK_LATE(kEsys, Esys_Load);
KIOSK_LATE(kEsys, Esys_PolicyGetDigest);
KIOSK_LATE(kEsys, Esys_PolicyPCR);
KIOSK_LATE(kEsys, Esys_Sign);
KIOSK_LATE(kEsys, Esys_StartAuthSession);
KIOSK_LATE(kEsys, Esys_TRSess_SetAttributes);
KIOSK_LATE(kEsys, Esys_Unseal);
KIOSK_LATE(kMu, Tss2_MU_TPM2B_PRIVATE_Marshal);
KIOSK_LATE(kMu, Tss2_MU_TPM2B_PRIVATE_Unmarshal);
KIOSK_LATE(kMu, Tss2_MU_TPM2B_PUBLIC_Marshal);
KIOSK_LATE(kMu, Tss2_MU_TPM2B_PUBLIC_Unmarshal);
// NOLINTEND(readability-identifier-naming)

} // namespace kiosk::tpm
