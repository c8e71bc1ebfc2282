// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/issuing/making.h"
#include "tests/sandbox/issuing/sealing.h"

namespace kiosk::sandbox {

// Each does what the fault says happens at its time, and nothing for faults of another.

/// Before the seal is made.
void spoil(SealContent& seal, Fault fault, WallTime signedAt, const Bytes& makerCertificate);
/// Before the document is sealed.
void spoil(Sealing& sealing, PackageFiles& files, Fault fault, const Bytes& signerCertificate);
/// To the finished files.
void damage(PackageFiles& files, Fault fault, ByteView signerCertificate);

} // namespace kiosk::sandbox
