// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/command.h"

namespace kiosk::visit {

Command::Command() noexcept = default;
Command::Command(const Command& other) = default;
Command::Command(Command&& other) noexcept = default;
Command& Command::operator=(const Command& other) = default;
Command& Command::operator=(Command&& other) noexcept = default;
Command::~Command() = default;

} // namespace kiosk::visit
