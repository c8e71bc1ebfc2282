// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kiosk {

/// Whether this is built to be watched while it runs: its shadow memory, and what it keeps of freed
/// memory to catch who still uses it, are not the program's own appetite.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

} // namespace kiosk
