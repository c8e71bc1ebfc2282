// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/sheet/sheet.h"

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

constexpr double kLabelWidth = 36;
constexpr double kTextWidth = 148; ///< what the code leaves of the strip
constexpr double kFirstLine = kStrip.y + 8.5;
constexpr double kLineStep = 5.6;

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

void drawField(cairo_t* context, int line, const std::string& label, const std::string& value,
               TextStyle style) {
    const double baseline = kFirstLine + line * kLineStep;
    drawText(context, kStrip.x, baseline, kLabelWidth, label, {.points = 7.5, .ink = Ink::grey});
    drawText(context, kStrip.x + kLabelWidth, baseline, kTextWidth - kLabelWidth, value, style);
}

std::string footLine(const Placement& placement, std::size_t page, std::size_t count) {
    std::string line = "第 " + std::to_string(page + 1) + "/" + std::to_string(count) +
                       " 页  Page " + std::to_string(page + 1) + " of " + std::to_string(count);
    const int percent = placement.percent();
    if (percent < 100)
        line += "    按原件 " + std::to_string(percent) + "% 缩印  Reduced to " +
                std::to_string(percent) + "%";
    return line;
}

Result<> drawStrip(cairo_t* context, const SheetMarks& marks, const std::string& foot) {
    drawRule(context);
    drawField(context, 0, "用途 Purpose", marks.purpose,
              {.points = 13, .weight = Weight::bold, .overflow = Overflow::shrink});
    drawField(context, 1, "副本编号 Copy number", marks.copyNumber,
              {.points = 10, .weight = Weight::bold, .overflow = Overflow::shrink});
    drawField(context, 2, "证照状态 Status", marks.statusLine, {.points = 9});
    drawField(context, 3, "打印时间 Printed at", marks.printedAt, {.points = 9});
    drawField(context, 4, "打印地点 Kiosk", marks.kioskName, {.points = 9});
    drawText(context, kStrip.x, kStrip.y + kStrip.height - 0.8, kTextWidth, foot,
             {.points = 7.5, .ink = Ink::grey});
    drawText(context, kSheetCode.x - 4, kStrip.y + kStrip.height - 0.8, kSheetCode.width + 8,
             "扫码核验 Scan to check", {.points = 7.5, .ink = Ink::grey, .align = Align::centre});
    return drawCode(context, kSheetCode, marks.code);
}

} // namespace

Result<> drawSheet(const SheetPages& pages, std::size_t page, const SheetMarks& marks,
                   cairo_t* context) {
    TRY(drawLicence(pages, page, context));
    return drawStrip(context, marks, footLine(place(pages.size(page)), page, pages.count));
}

Result<Sheet> composeSheet(const SheetPages& pages, const SheetMarks& marks) {
    return writePdf(pages.count, [&](std::size_t page, cairo_t* context) {
        return drawSheet(pages, page, marks, context);
    });
}

} // namespace kiosk::document
