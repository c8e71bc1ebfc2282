// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace kiosk {

template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T* handle) const {
        release(handle);
    }
};

/// Owner of a C library's handle: `using KeyPtr = Handle<EVP_PKEY, EVP_PKEY_free>;`
template <typename T, auto release>
using Handle = std::unique_ptr<T, Releaser<release>>;

} // namespace kiosk
