// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/memory_search.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>

namespace kiosk::tests {

namespace {

constexpr std::byte kMask{0x5A};

/// The mappings this process may read and write and shares with nobody.
std::vector<ByteView> ownMemory() {
    std::vector<ByteView> all;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        std::istringstream words(line);
        std::uintptr_t begin = 0;
        std::uintptr_t end = 0;
        char dash = 0;
        std::string rights;
        words >> std::hex >> begin >> dash >> end >> rights;
        if (rights == "rw-p")
            all.emplace_back(reinterpret_cast<const std::byte*>(begin), end - begin);
    }
    return all;
}

} // namespace

Trace::Trace(ByteView bytes) : masked_(bytes.begin(), bytes.end()) {
    std::ranges::for_each(masked_, [](std::byte& each) { each ^= kMask; });
}

int Trace::timesInMemory() const {
    int times = 0;
    for (const ByteView memory : ownMemory())
        times += timesIn(memory);
    return times;
}

int Trace::timesIn(ByteView memory) const {
    const int first = std::to_integer<int>(masked_.front() ^ kMask);
    int times = 0;
    while (memory.size() >= masked_.size()) {
        const void* at = std::memchr(memory.data(), first, memory.size() - masked_.size() + 1);
        if (at == nullptr)
            break;
        memory = memory.subspan(
            static_cast<std::size_t>(static_cast<const std::byte*>(at) - memory.data()));
        times += std::ranges::equal(masked_, memory.first(masked_.size()), {},
                                    [](std::byte each) { return each ^ kMask; })
                     ? 1
                     : 0;
        memory = memory.subspan(1);
    }
    return times;
}

} // namespace kiosk::tests
