// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// Forgets whom anybody helped once the day is over, though nobody comes who would ask: at the
/// kiosk's start, and within an hour of midnight. Loop thread only; the workplace outlives it.
class AssistDay {
public:
    explicit AssistDay(Workplace& workplace) : at_(workplace) { forget(); }
    AssistDay(const AssistDay&) = delete;
    AssistDay& operator=(const AssistDay&) = delete;

private:
    void forget();

    Workplace& at_;
};

} // namespace kiosk::visit
