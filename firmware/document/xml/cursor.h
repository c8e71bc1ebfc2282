// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "firmware/document/xml/characters.h"

namespace kiosk::document::xml {

/// Walks over a text. A step that does not find what it was asked for leaves the cursor where it
/// is. The text must outlive the cursor and what it hands out.
class Cursor {
public:
    explicit Cursor(std::string_view text, std::size_t offset = 0)
        : whole_(text), rest_(text.substr(offset)) {}

    bool atEnd() const { return rest_.empty(); }
    bool isAt(std::string_view literal) const { return rest_.starts_with(literal); }
    /// The next byte, '\0' at the end (which no XML text holds).
    char next() const { return rest_.empty() ? '\0' : rest_.front(); }

    bool skip(std::string_view literal) {
        const bool found = isAt(literal);
        if (found)
            rest_.remove_prefix(literal.size());
        return found;
    }

    /// Whether there were any.
    bool skipBlanks() { return !takeWhile(isBlank).empty(); }

    template <typename Predicate>
    std::string_view takeWhile(Predicate wanted) {
        const auto end = std::ranges::find_if_not(rest_, wanted);
        return take(static_cast<std::size_t>(end - rest_.begin()));
    }

    /// Everything before `end`, which is skipped as well; nothing where it does not occur.
    std::optional<std::string_view> takeUntil(std::string_view end) {
        const auto length = rest_.find(end);
        if (length == std::string_view::npos)
            return std::nullopt;
        const std::string_view found = take(length);
        rest_.remove_prefix(end.size());
        return found;
    }

    /// A name with or without prefix (Namespaces in XML, QName); nothing where it is malformed.
    std::optional<std::string_view> takeName();

    std::size_t offset() const { return whole_.size() - rest_.size(); }
    /// The line the cursor stands in, from 1. Counts anew each time: for error messages.
    std::size_t line() const;

private:
    std::string_view take(std::size_t length) {
        const std::string_view found = rest_.substr(0, length);
        rest_.remove_prefix(found.size());
        return found;
    }

    std::string_view whole_, rest_;
};

/// The part of a name behind its prefix.
std::string_view localPart(std::string_view name);

} // namespace kiosk::document::xml
