// SPDX-License-Identifier: Apache-2.0
// The language's allocation functions, replaced: memory is wiped when it is given back. Whatever
// held a name, a number or a photo (a text, a reply of a wire, a page drawn) holds nothing
// afterwards, also where nobody thought of it. A program has this by linking it.
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include <malloc.h>

namespace {

template <typename Allocate>
void* allocated(Allocate allocate) {
    while (true) {
        if (void* memory = allocate())
            return memory;
        const std::new_handler handler = std::get_new_handler();
        if (handler == nullptr)
            throw std::bad_alloc();
        handler();
    }
}

void wipeAndFree(void* memory) noexcept {
    if (memory != nullptr)
        ::explicit_bzero(memory, ::malloc_usable_size(memory));
    std::free(memory);
}

} // namespace

// The other forms, for arrays and without exceptions, call these.

void* operator new(std::size_t size) {
    return allocated([size] { return std::malloc(std::max<std::size_t>(size, 1)); });
}

void* operator new(std::size_t size, std::align_val_t alignment) {
    const auto boundary = static_cast<std::size_t>(alignment);
    const std::size_t whole = (std::max<std::size_t>(size, 1) + boundary - 1) / boundary * boundary;
    return allocated([boundary, whole] { return std::aligned_alloc(boundary, whole); });
}

void operator delete(void* memory) noexcept {
    wipeAndFree(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept {
    wipeAndFree(memory);
}

void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept {
    wipeAndFree(memory);
}

void operator delete(void* memory, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept {
    wipeAndFree(memory);
}
