// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/issuing/making.h"
#include "tests/sandbox/issuing/ofd_writer.h"

namespace kiosk::sandbox {

/// Does to the finished files what the fault says happens after sealing; nothing for the faults
/// that are made while sealing.
void damage(PackageFiles& files, Fault fault, ByteView signerCertificate);

} // namespace kiosk::sandbox
