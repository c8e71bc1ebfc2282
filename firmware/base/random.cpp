// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/random.h"

#include <cstdio>

namespace kiosk {

std::uint64_t SystemRandom::next() {
    std::random_device device;
    return static_cast<std::uint64_t>(device()) << 32 | device();
}

std::string randomUuid(RandomSource& random) {
    const std::uint64_t high = (random.next() & ~0xF000ULL) | 0x4000ULL;
    const std::uint64_t low = (random.next() & ~(0xC0ULL << 56)) | (0x80ULL << 56);
    char text[37];
    std::snprintf(text, sizeof text, "%08x-%04x-%04x-%04x-%012llx",
                  static_cast<unsigned>(high >> 32), static_cast<unsigned>(high >> 16 & 0xFFFF),
                  static_cast<unsigned>(high & 0xFFFF), static_cast<unsigned>(low >> 48),
                  static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFULL));
    return text;
}

} // namespace kiosk
