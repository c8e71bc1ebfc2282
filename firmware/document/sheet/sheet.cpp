// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/sheet.h"

#include <algorithm>
#include <numbers>

#include "firmware/document/sheet/pdf_writer.h"
#include "firmware/document/sheet/printed_code.h"
#include "firmware/document/sheet/printed_text.h"
#include "firmware/document/sheet/sheet_layout.h"
#include "firmware/document/sheet/sheet_pages.h"

namespace kiosk::document {

namespace {

using Weight = TextStyle::Weight;
using Ink = TextStyle::Ink;
using Align = TextStyle::Align;
using Overflow = TextStyle::Overflow;

constexpr TextStyle kLabel{.points = 7.5, .ink = Ink::grey};
constexpr double kMostLabelWidth = 40;
constexpr double kBesideLabel = 2.5;
constexpr double kTextWidth = 145; ///< what the code leaves of the strip
constexpr double kFirstLine = kStrip.y + 7;
constexpr double kFoot = kStrip.y + kStrip.height - 0.8;
constexpr double kMostPurposeHeight = 12; ///< 200 characters in the smallest type
constexpr double kLineStep = 4.9;

Result<> drawLicence(const SheetPages& pages, std::size_t page, cairo_t* context) {
    const SizeMm size = pages.size(page);
    const Placement placement = place(size);
    cairo_save(context);
    cairo_translate(context, placement.box.x, placement.box.y);
    if (placement.turn == Turn::quarter) { // its foot towards the sheet's left edge
        cairo_translate(context, placement.box.width, 0);
        cairo_rotate(context, std::numbers::pi / 2);
    }
    cairo_scale(context, placement.scale, placement.scale);
    cairo_rectangle(context, 0, 0, size.width.value, size.height.value);
    cairo_clip(context); // riding seals stick out of their page, not into the strip
    const auto drawn = pages.draw(page, context);
    cairo_restore(context);
    return drawn;
}

void drawRule(cairo_t* context) {
    cairo_set_source_rgb(context, 0.25, 0.25, 0.25);
    cairo_set_line_width(context, 0.25);
    cairo_move_to(context, kStrip.x, kStrip.y);
    cairo_line_to(context, kStrip.x + kStrip.width, kStrip.y);
    cairo_stroke(context);
}

/// The labels' column is as wide as its widest, so that one language alone leaves more room.
double labelWidth(cairo_t* context, const SheetMarks& marks) {
    double widest = std::max(textWidth(context, marks.purpose.label, kLabel),
                             textWidth(context, marks.copyNumber.label, kLabel));
    for (const SheetField& fact : marks.facts)
        widest = std::max(widest, textWidth(context, fact.label, kLabel));
    return std::min(widest, kMostLabelWidth) + kBesideLabel;
}

/// The fields of the strip, one below the other.
class FieldColumn {
public:
    FieldColumn(cairo_t* context, double labels) : context_(context), labels_(labels) {}

    /// Returns how high the value is.
    double draw(double baseline, const SheetField& field, const TextStyle& style) const {
        drawText(context_, kStrip.x, baseline, labels_, field.label, kLabel);
        return drawText(context_, kStrip.x + labels_, baseline, kTextWidth - labels_, field.value,
                        style);
    }

private:
    cairo_t* context_;
    double labels_;
};

void drawFields(cairo_t* context, const SheetMarks& marks) {
    constexpr TextStyle kPurpose{.points = 13,
                                 .weight = Weight::bold,
                                 .overflow = Overflow::wrap,
                                 .mostHeight = kMostPurposeHeight};
    constexpr TextStyle kNumber{.points = 10, .weight = Weight::bold, .overflow = Overflow::shrink};
    constexpr TextStyle kFact{.points = 8.5, .overflow = Overflow::shrink};
    const FieldColumn column(context, labelWidth(context, marks));
    const double purposeHeight = column.draw(kFirstLine, marks.purpose, kPurpose);
    double baseline = kFirstLine + purposeHeight;
    const double left = kFoot - kLineStep - baseline;
    const double step = std::min(kLineStep, left / static_cast<double>(marks.facts.size()));
    column.draw(baseline, marks.copyNumber, kNumber);
    for (const SheetField& fact : marks.facts)
        column.draw(baseline += step, fact, kFact);
}

std::string footLine(const SheetMarks& marks, const Placement& placement, std::size_t page,
                     std::size_t count) {
    std::string line = marks.pageLine(page + 1, count);
    if (const int percent = placement.percent(); percent < 100)
        line += "    " + marks.reducedLine(percent);
    return line;
}

Result<> drawStrip(cairo_t* context, const SheetMarks& marks, const std::string& foot) {
    drawRule(context);
    drawFields(context, marks);
    drawText(context, kStrip.x, kFoot, kTextWidth, foot, kLabel);
    TextStyle hint = kLabel;
    hint.align = Align::centre;
    drawText(context, kSheetCode.x - 4, kFoot, kSheetCode.width + 8, marks.codeHint, hint);
    return drawCode(context, kSheetCode, marks.code);
}

} // namespace

Result<> drawSheet(const SheetPages& pages, std::size_t page, const SheetMarks& marks,
                   cairo_t* context) {
    TRY(drawLicence(pages, page, context));
    return drawStrip(context, marks, footLine(marks, place(pages.size(page)), page, pages.count));
}

Result<Sheet> composeSheet(const SheetPages& pages, const SheetMarks& marks) {
    return writePdf(pages.count, [&](std::size_t page, cairo_t* context) {
        return drawSheet(pages, page, marks, context);
    });
}

} // namespace kiosk::document
