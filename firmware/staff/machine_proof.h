// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/staff/machine.h"

namespace kiosk::staff {

/// The part of the machine that is about the proof of software (S3): its step where the event is
/// one of that part, else nothing, and `state` is as it was.
std::optional<Step> proofMoves(state::Inside& state, const Event& event);

} // namespace kiosk::staff
