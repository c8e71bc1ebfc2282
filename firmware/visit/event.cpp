// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/event.h"

namespace kiosk::visit {

Event::Event() noexcept = default;
Event::Event(const Event& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(const Event& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;

} // namespace kiosk::visit
