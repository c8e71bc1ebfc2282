// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"
#include "firmware/document/ofd/xml.h"

/// The basic types of GB/T 33190 clause 7.3, read forgivingly: blanks may be doubled, what is no
/// finite number of a page's magnitude is left out.
namespace kiosk::document::ofd {

/// Numbers separated by blanks, in their order.
std::vector<double> parseNumbers(std::string_view text);
std::optional<BoxMm> parseBox(std::string_view text);
std::optional<Matrix> parseMatrix(std::string_view text);
std::optional<Point> parsePoint(std::string_view text);

/// Steps between glyphs with their run-length form unpacked ("2.1 g 4 2.8 3.0"), at most `most`.
std::vector<double> parseSteps(std::string_view text, std::size_t most);

Id parseId(std::string_view text);

/// Attributes, with what applies where they are absent or unreadable.
double numberOr(const Element& element, std::string_view name, double otherwise);
bool flagOr(const Element& element, std::string_view name, bool otherwise);
Id idOf(const Element& element, std::string_view name);
std::string textOf(const Element& element, std::string_view name);

} // namespace kiosk::document::ofd
