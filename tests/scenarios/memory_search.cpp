// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/memory_search.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace kiosk::tests {

namespace {

constexpr std::byte kMask{0x5A};
constexpr std::size_t kLoupeSize = 1 << 20; // bytes

struct Range {
    std::uintptr_t begin;
    std::uintptr_t end;
};

/// The mappings this process may read and write and shares with nobody.
std::vector<Range> ownMemory() {
    std::vector<Range> all;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        std::istringstream words(line);
        Range range{};
        char dash = 0;
        std::string rights;
        words >> std::hex >> range.begin >> dash >> range.end >> rights;
        if (rights == "rw-p")
            all.push_back(range);
    }
    return all;
}

/// Looks at memory as the kernel has it: what another thread gives back meanwhile ends the look and
/// not the process. Its own copies lie in memory that is shared, where nobody looks for them.
class Loupe {
public:
    Loupe()
        : memory_(::open("/proc/self/mem", O_RDONLY | O_CLOEXEC)),
          copy_(::mmap(nullptr, kLoupeSize, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
                       0)) {
        if (memory_ < 0 || copy_ == MAP_FAILED)
            throw std::runtime_error("cannot look at this process's own memory");
    }
    ~Loupe() {
        ::munmap(copy_, kLoupeSize);
        ::close(memory_);
    }
    Loupe(const Loupe&) = delete;
    Loupe& operator=(const Loupe&) = delete;

    /// What lies there, as far as one look goes; nothing where no memory is any more.
    ByteView look(Range range) const {
        const ssize_t read = ::pread(memory_, copy_, std::min(kLoupeSize, range.end - range.begin),
                                     static_cast<off_t>(range.begin));
        return {static_cast<const std::byte*>(copy_), static_cast<std::size_t>(std::max(read, 0L))};
    }

private:
    int memory_;
    void* copy_;
};

} // namespace

Trace::Trace(ByteView bytes) : masked_(bytes.begin(), bytes.end()) {
    std::ranges::for_each(masked_, [](std::byte& each) { each ^= kMask; });
}

int Trace::timesInMemory() const {
    static const Loupe kLoupe;
    int times = 0;
    for (Range left : ownMemory()) {
        for (ByteView seen = kLoupe.look(left); seen.size() >= masked_.size();
             seen = kLoupe.look(left)) {
            times += timesIn(seen);
            left.begin += seen.size() - masked_.size() + 1; // one may lie across two looks
        }
    }
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
