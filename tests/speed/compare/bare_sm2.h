// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/base/bytes.h"

namespace kiosk::speed {

/// OpenSSL's SM2 with nothing around it: a key ready to use and one signed message of 300 bytes,
/// about what a seal's signature covers.
class BareSm2 {
public:
    /// Error "speed.no-sm2".
    static Result<BareSm2> make();
    ~BareSm2();
    BareSm2(BareSm2&&) noexcept;
    BareSm2& operator=(BareSm2&&) noexcept;

    /// One verification, the user ID's digest included. Error "speed.no-sm2" where it fails.
    Result<> verify() const;

private:
    struct Material;
    explicit BareSm2(std::unique_ptr<Material> material);
    std::unique_ptr<Material> material_;
};

} // namespace kiosk::speed
