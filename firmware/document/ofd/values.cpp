// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/values.h"

#include <algorithm>
#include <cmath>

#include "firmware/base/text.h"

namespace kiosk::document::ofd {

namespace {

/// Beyond this no coordinate means anything on paper, and drawing libraries lose their footing.
constexpr double kLargest = 1e6;

std::vector<std::string_view> words(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n,";
    std::vector<std::string_view> found;
    std::size_t at = 0;
    while ((at = text.find_first_not_of(kBlanks, at)) != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
        found.push_back(text.substr(at, end - at));
        at = end;
    }
    return found;
}

std::optional<double> usableNumber(std::string_view word) {
    if (word.starts_with('+'))
        word.remove_prefix(1);
    const auto number = parseNumber(word);
    const bool usable = number && std::isfinite(*number) && std::abs(*number) <= kLargest;
    return usable ? number : std::nullopt;
}

} // namespace

std::vector<double> parseNumbers(std::string_view text) {
    std::vector<double> numbers;
    for (std::string_view word : words(text)) {
        if (const auto number = usableNumber(word))
            numbers.push_back(*number);
    }
    return numbers;
}

std::optional<BoxMm> parseBox(std::string_view text) {
    const auto n = parseNumbers(text);
    return n.size() == 4 ? std::optional<BoxMm>({n[0], n[1], n[2], n[3]}) : std::nullopt;
}

std::optional<Matrix> parseMatrix(std::string_view text) {
    const auto n = parseNumbers(text);
    if (n.size() != 6)
        return std::nullopt;
    return Matrix{n[0], n[1], n[2], n[3], n[4], n[5]};
}

std::optional<Point> parsePoint(std::string_view text) {
    const auto n = parseNumbers(text);
    return n.size() == 2 ? std::optional<Point>({n[0], n[1]}) : std::nullopt;
}

std::vector<double> parseSteps(std::string_view text, std::size_t most) {
    std::vector<double> steps;
    const auto all = words(text);
    for (std::size_t i = 0; i < all.size() && steps.size() < most; ++i) {
        if (all[i] != "g") {
            steps.push_back(usableNumber(all[i]).value_or(0));
            continue;
        }
        if (i + 2 >= all.size())
            break;
        const auto count = static_cast<std::size_t>(
            std::clamp<std::int64_t>(parseInteger(all[i + 1]).value_or(0), 0, 1 << 20));
        steps.insert(steps.end(), std::min(count, most - steps.size()),
                     usableNumber(all[i + 2]).value_or(0));
        i += 2;
    }
    return steps;
}

Id parseId(std::string_view text) {
    const auto number = parseInteger(trimmed(text));
    return number && *number > 0 ? static_cast<Id>(*number) : 0;
}

double numberOr(const Element& element, std::string_view name, double otherwise) {
    const auto text = element.attribute(name);
    return text ? usableNumber(trimmed(*text)).value_or(otherwise) : otherwise;
}

bool flagOr(const Element& element, std::string_view name, bool otherwise) {
    const auto text = element.attribute(name);
    if (text == "true" || text == "1")
        return true;
    return text == "false" || text == "0" ? false : otherwise;
}

Id idOf(const Element& element, std::string_view name) {
    return parseId(element.attribute(name).value_or(""));
}

std::string textOf(const Element& element, std::string_view name) {
    return std::string(element.attribute(name).value_or(""));
}

} // namespace kiosk::document::ofd
