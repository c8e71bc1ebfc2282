// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace kiosk::log {

/// Levels have readers. debug: a developer at the bench. info: field staff reading what happened.
/// warning: field staff, something healed by itself. error: somebody must act.
enum class Level { debug, info, warning, error };

/// A named value beside the sentence. Never a name, number, picture or card byte of a person.
using Field = std::pair<std::string_view, std::string>;

/// A constant sentence for people, fields for machines: `log::info("reader", "card read", {{"ms",
/// "41"}})`.
void write(Level level, std::string_view area, std::string_view sentence,
           std::initializer_list<Field> fields = {});

inline void debug(std::string_view area, std::string_view sentence,
                  std::initializer_list<Field> fields = {}) {
    write(Level::debug, area, sentence, fields);
}
inline void info(std::string_view area, std::string_view sentence,
                 std::initializer_list<Field> fields = {}) {
    write(Level::info, area, sentence, fields);
}
inline void warning(std::string_view area, std::string_view sentence,
                    std::initializer_list<Field> fields = {}) {
    write(Level::warning, area, sentence, fields);
}
inline void error(std::string_view area, std::string_view sentence,
                  std::initializer_list<Field> fields = {}) {
    write(Level::error, area, sentence, fields);
}

/// Where lines go; stderr until set. Lines arrive whole, one at a time, without a line end.
using Sink = std::function<void(Level, std::string_view line)>;
void setSink(Sink sink);
/// Lines below this level are dropped; info until set.
void setThreshold(Level level);

} // namespace kiosk::log
