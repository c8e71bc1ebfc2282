// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/event.h"

namespace kiosk::audit {

/// What a field of the record may hold beside the forms of the log's fields; neither can hold a
/// person.
enum class Own {
    none,    ///< a form of the log's
    version, ///< of a system: digits with points and hyphens between them; "unknown" for another
    digest,  ///< 64 hexadecimal digits; "unknown" for another
    point    ///< of a key, uncompressed (SEC 1): 130 hexadecimal digits; "unknown" for another
};

struct Field {
    events::Field logged{}; ///< its name, and its form unless it is one of our own
    Own own = Own::none;

    constexpr bool isThere() const { return !logged.name.empty(); }
};

inline constexpr std::size_t kMostFields = 3;

/// What may be recorded, declared in event_list.h.
struct Event {
    std::string_view id;       ///< "staff.mode", stable
    std::string_view sentence; ///< for people
    std::array<Field, kMostFields> fields{};

    constexpr std::size_t fieldCount() const {
        return static_cast<std::size_t>(std::ranges::count_if(fields, &Field::isThere));
    }
};

/// What a field may say of this text: the text if its form holds it, else the form's own word.
std::string admitted(const Field& field, std::string_view text);

// How the list spells fields.
constexpr Field version(std::string_view name) {
    return {{name, events::Form::none, 0, {}}, Own::version};
}
constexpr Field digest(std::string_view name) {
    return {{name, events::Form::none, 0, {}}, Own::digest};
}
constexpr Field point(std::string_view name) {
    return {{name, events::Form::none, 0, {}}, Own::point};
}
constexpr Field as(events::Field field) {
    return {field};
}

} // namespace kiosk::audit
