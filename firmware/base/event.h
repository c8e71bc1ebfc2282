// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kiosk::events {

/// Levels have readers. debug: a developer at the bench, and whoever asks why the kiosk ended.
/// info: field staff reading what happened. warning: field staff, something healed by itself or is
/// done without. error: somebody must act.
enum class Level { debug, info, warning, error };
inline constexpr std::array<std::string_view, 4> kLevelNames{"debug", "info", "warning", "error"};

enum class Outcome {
    done,    ///< what was meant to happen did
    failed,  ///< what was meant to happen did not
    refused, ///< the kiosk did not let it happen
    noticed  ///< it happened, by nobody's wish of the kiosk
};
inline constexpr std::array<std::string_view, 4> kOutcomeNames{"done", "failed", "refused",
                                                               "noticed"};

/// What a field may hold: never a text that somebody else wrote, so that no person can stand in it.
enum class Form {
    none,   ///< no field
    number, ///< 0 to `most`; "more" beyond, "unknown" for nothing
    word,   ///< one of `words`; "other" for what is none of them
    words,  ///< any of `words`, with commas between
    flag,   ///< "yes" or "no"
    code,   ///< an error's code (firmware/base/error_codes.h); "fault.unnamed" for any other
    codes,  ///< any of them, with commas between
    region, ///< an administrative division (GB/T 2260), six digits
    usb     ///< "1-1.2,0781:5567,08/06/50": port, maker and model, classes of interfaces, in
            ///< hexadecimal
};

struct Field {
    std::string_view name{};
    Form form = Form::none;
    std::uint32_t most = 0;                    ///< of a number
    std::span<const std::string_view> words{}; ///< of words
};

inline constexpr std::size_t kMostFields = 2;

/// What may be logged, declared in firmware/base/event_list.h.
struct Event {
    std::string_view id; ///< "printer.strange-pages", stable; before the dot the area of the kiosk
    Level level;
    Outcome outcome;
    std::string_view sentence; ///< for people; within an area no two alike
    std::array<Field, kMostFields> fields{};

    constexpr std::string_view area() const { return id.substr(0, id.find('.')); }
    constexpr std::size_t fieldCount() const {
        return static_cast<std::size_t>(
            std::ranges::count_if(fields, [](const Field& f) { return f.form != Form::none; }));
    }
};

// How the list spells fields.
constexpr Field number(std::string_view name, std::uint32_t most) {
    return {name, Form::number, most, {}};
}
constexpr Field word(std::string_view name, std::span<const std::string_view> words) {
    return {name, Form::word, 0, words};
}
constexpr Field words(std::string_view name, std::span<const std::string_view> words) {
    return {name, Form::words, 0, words};
}
constexpr Field flag(std::string_view name) {
    return {name, Form::flag, 0, {}};
}
constexpr Field code() {
    return {"code", Form::code, 0, {}};
}
constexpr Field codes() {
    return {"codes", Form::codes, 0, {}};
}
constexpr Field region() {
    return {"region", Form::region, 0, {}};
}
constexpr Field usb(std::string_view name) {
    return {name, Form::usb, 0, {}};
}

} // namespace kiosk::events
