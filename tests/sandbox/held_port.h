// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/base/result.h"

namespace kiosk::sandbox {

/// A port of 127.0.0.1 that nobody else gets while this lives, whether a server listens on it or
/// not: bound, never listening. A server that sets SO_REUSEADDR may listen beside it.
class HeldPort {
public:
    /// 0 takes any that is free. Errors: "sandbox.port-taken" (configuration).
    static Result<HeldPort> take(int port);
    ~HeldPort();
    HeldPort(HeldPort&& other) noexcept;
    HeldPort& operator=(HeldPort&&) = delete;

    int number() const { return number_; }

private:
    HeldPort(int socket, int number) : socket_(socket), number_(number) {}
    int socket_;
    int number_;
};

} // namespace kiosk::sandbox
