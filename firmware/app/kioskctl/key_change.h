// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/clock.h"
#include "firmware/handout/device_key.h"

namespace kiosk::app {

struct KeyChange {
    std::string before; ///< names of the two keys (handout::fingerprintOf())
    std::string after;
    bool isInTpm = false;    ///< where the new one lies
    bool isOnRecord = false; ///< nothing is written where the kiosk keeps no record
};

/// How far a change has come; `kept` is the last that a cut leaves with the old key.
enum class KeyStep { made, handedOver, kept, takenOver };

/// Gives the kiosk in this state folder another key, deliberately: made in the TPM where the old
/// one lies there or the TPM is the kiosk's (tpm::Place::isOurs), else in a file. The record goes
/// on under it, by the word of both keys (firmware/audit/reign.h). Power that goes at any moment
/// leaves one of the two in its place, and a record that is whole for whoever knows the old one;
/// what was not finished begins anew when it is called again. No kiosk may run there: it would go
/// on with the old key.
///
/// Errors: "key.not-yours" (refused, technician) for who is neither root nor the key's owner;
/// DeviceKey::open()'s and makeSigner()'s; those of the old key's signature, and audit::Record's,
/// where the old key stays. `passed` is called after each step.
Result<KeyChange> changeKey(const std::filesystem::path& state, WallTime now,
                            const tpm::Place& at = tpm::Place::ofThisMachine(),
                            const std::function<void(KeyStep)>& passed = {});

} // namespace kiosk::app
