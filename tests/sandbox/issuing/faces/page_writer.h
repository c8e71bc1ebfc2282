// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/length.h"

namespace kiosk::sandbox {

/// The fonts licence faces are set in. They are named, not embedded, as real licences do.
enum class Face { song, kai, hei };

struct Colour {
    int red = 0, green = 0, blue = 0;
};

namespace colours {
inline constexpr Colour kInk{26, 26, 28};
inline constexpr Colour kGrey{96, 96, 100};
} // namespace colours

enum class Align { left, centre, right };

struct TextStyle {
    Face face = Face::song;
    double sizeMm = 4.2;
    Colour colour = colours::kInk;
    Align align = Align::left;
    double spacingMm = 0; ///< added between characters
};

struct PathStyle {
    std::optional<Colour> stroke = colours::kInk;
    double widthMm = 0.25;
    std::optional<Colour> fill = std::nullopt;
    int alpha = 255;
};

/// The width of a text as this writer sets it: a full square for Chinese characters, a table for
/// the rest.
double textWidthMm(std::string_view text, const TextStyle& style);

/// The style in a size that lets the text fit the width on one line; unchanged where it does.
TextStyle fitted(TextStyle style, std::string_view text, double width);

/// A text broken into lines no longer than `width`; none begins with closing punctuation.
std::vector<std::string> brokenLines(std::string_view text, double width, const TextStyle& style);

/// Collects the graphic objects of one page or template (GB/T 33190 clause 8), in millimetres from
/// its top left.
class PageWriter {
public:
    /// Object numbers begin after `firstId`; a document's objects and resources share one count.
    PageWriter(SizeMm page, unsigned firstId) : page_(page), nextId_(firstId) {}

    SizeMm page() const { return page_; }

    /// One line of text. `x` is its left end, middle or right end as the style aligns; `baseline`
    /// the foot of its letters.
    void text(double x, double baseline, std::string_view text, const TextStyle& style);
    /// Text broken into lines no longer than `width`. Returns how many lines it took.
    int paragraph(double x, double firstBaseline, double width, double lineHeight,
                  std::string_view text, const TextStyle& style);
    /// A path in page coordinates: "M 10 10 L 20 10".
    void path(std::string_view data, const PathStyle& style);
    void line(double x1, double y1, double x2, double y2, const PathStyle& style);
    void rectangle(double x, double y, double width, double height, const PathStyle& style);
    void circle(double x, double y, double radius, const PathStyle& style);

    /// Content.xml of what was collected.
    std::string xml() const;
    unsigned nextId() const { return nextId_; }

private:
    SizeMm page_;
    unsigned nextId_;
    std::string objects_;
};

/// PublicRes.xml: the fonts above.
std::string fontResourcesXml();
/// Numbers below this are taken by the resources.
inline constexpr unsigned kFirstObjectId = 10;

std::string escapedXml(std::string_view text);
/// "12.35": at most three decimals, no trailing zeros.
std::string mm(double value);
/// A file of the package: declaration, namespace, content.
std::string xmlFile(std::string_view root, std::string_view content);

} // namespace kiosk::sandbox
