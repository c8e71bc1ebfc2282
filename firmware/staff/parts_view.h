// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "firmware/base/error.h"
#include "firmware/parts/parts_book.h"
#include "firmware/visit/visit_event.h"

namespace kiosk::staff {

/// What the page of parts shows beside the record itself (Facts::parts).
struct PartsView {
    /// The part that the person is asked about, as it stood when it was pressed: what is accepted
    /// is what was shown.
    std::optional<parts::PartReport> asked{};
    bool underWay = false;        ///< its acceptance is being written
    std::string accepted{};       ///< the part that was accepted last
    std::optional<Error> error{}; ///< why it was not
};

/// What is pressed on this page beside "yes" and "no", in the words of the staff's keys; value:
/// which of Facts::parts.
inline constexpr auto kPartKey = visit::touch::Staff::Key::digit;

/// Whether there is something to accept: a device is there, and it is not the one on record.
constexpr bool mayAccept(parts::PartState state) {
    return state == parts::PartState::notOnRecord || state == parts::PartState::other;
}

} // namespace kiosk::staff
