// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/visit_event.h"

namespace kiosk::visit {

Touch::Touch() noexcept = default;
Touch::Touch(const Touch& other) = default;
Touch::Touch(Touch&& other) noexcept = default;
Touch& Touch::operator=(const Touch& other) = default;
Touch& Touch::operator=(Touch&& other) noexcept = default;
Touch::~Touch() = default;

} // namespace kiosk::visit
