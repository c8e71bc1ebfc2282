// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/app/key_note.h"
#include "firmware/audit/desk.h"
#include "firmware/handout/device_key.h"
#include "firmware/health/health.h"

namespace kiosk::app {

/// As the record's signatures are made and known.
audit::Signer signerOf(const handout::DeviceKey& key);
/// `point` is uncompressed (SEC 1).
audit::Known knownOf(const Bytes& point);

/// The kiosk's record in its state folder, under its own key. Where that lies in a TPM, or is to be
/// made there, the TPM's driver is waited for while the machine starts. What is known of the key
/// goes to `note`, then and whenever it signs. Errors: DeviceKey::openOrMake()'s.
Result<audit::Record> openRecord(const std::filesystem::path& state,
                                 const std::shared_ptr<KeyNote>& note,
                                 const tpm::Place& at = tpm::Place::ofThisMachine());

/// What the kiosk's health tells of it.
health::Record recordHealthOf(const audit::Standing& standing);
/// The same of a kiosk that does not run: by a quick look. Not known where it keeps none.
health::Record recordHealthBeside(const std::filesystem::path& state);

/// The record as kioskctl adds to it, under this key.
audit::Record commandRecord(const handout::DeviceKey& key, const std::filesystem::path& state);

/// One entry by kioskctl, where the kiosk keeps a record: nothing without its folder. What cannot
/// be recorded is told on stderr: no command fails by it.
void recordFromCommand(const std::filesystem::path& state, const audit::Entry& entry);

} // namespace kiosk::app
