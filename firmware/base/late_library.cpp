// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/late_library.h"

#include <cstdio>
#include <cstdlib>

#include <dlfcn.h>

namespace kiosk {

namespace {

[[noreturn]] void endWithout(const char* what) {
    std::fprintf(stderr, "cannot go on without %s: %s\n", what, ::dlerror());
    std::abort();
}

} // namespace

void* LateLibrary::find(const char* function) const {
    // Opened again for each function: that only counts. It is never closed, what it gave out is
    // kept.
    void* library = ::dlopen(fileName_, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr)
        endWithout(fileName_);
    void* address = ::dlsym(library, function);
    if (address == nullptr)
        endWithout(function);
    return address;
}

} // namespace kiosk
