// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/base/event.h"

namespace kiosk::log {

/// What a field may say of this text: the text if the field's form holds it, else the form's own
/// word for that.
std::string admitted(const events::Field& field, std::string_view text);

/// "warning visit: out of service event=visit.out-of-service code=printer.gone": level, area and
/// sentence for people; id and fields for machines. Values in the order of the event's fields.
std::string lineOf(const events::Event& event, std::span<const std::string> values);

/// A line in words of the list alone.
struct Line {
    const events::Event* event = nullptr; ///< never null, of events::kEvents
    /// Its fields as far as the line has them, in the order they are declared, each as it may say.
    std::vector<std::pair<std::string_view, std::string>> fields{};
};

/// What such a line says, whoever wrote it: nothing but what the list declares is taken over, and
/// of a line without an event of the list nothing at all.
std::optional<Line> lineIn(std::string_view text);

} // namespace kiosk::log
