// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "firmware/base/bytes.h"
#include "firmware/base/result.h"

namespace kiosk::staff {

inline constexpr std::size_t kSaltBytes = 16;

/// What a secret of few characters is kept as: scrypt (RFC 7914) with N = 32768, r = 8, p = 1,
/// which takes 32 MiB and a tenth of a second on purpose. 32 bytes, other ones for each salt.
/// "staff.stretch" (internal, supplier): the library refuses, as without memory.
Result<Bytes> stretched(std::string_view secret, ByteView salt);

/// Equal or not, in a time that tells nothing of where they differ.
bool isSame(ByteView one, ByteView other);

/// Random bytes for a new entry. "staff.stretch", as above.
Result<Bytes> freshSalt();

} // namespace kiosk::staff
