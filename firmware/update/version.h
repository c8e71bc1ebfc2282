// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::update {

/// Of a whole system: numbers with points or hyphens between them, "0.1.0-20261127125500" (the
/// product's version, and the time of the commit it was made from). The first number that differs
/// decides; where one has none left it is the older.
class Version {
public:
    /// Nothing where it is no such thing, or has a number of more than 18 digits.
    static std::optional<Version> parse(std::string_view text);

    const std::string& text() const { return text_; }

    /// By their numbers alone: "1.02" is "1-2".
    std::strong_ordering operator<=>(const Version& other) const {
        return numbers_ <=> other.numbers_;
    }
    bool operator==(const Version& other) const { return numbers_ == other.numbers_; }

private:
    Version(std::string text, std::vector<std::uint64_t> numbers)
        : text_(std::move(text)), numbers_(std::move(numbers)) {}

    std::string text_;
    std::vector<std::uint64_t> numbers_;
};

} // namespace kiosk::update
