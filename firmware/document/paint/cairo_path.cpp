// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/cairo_path.h"

namespace kiosk::document::paint {

void appendPath(cairo_t* context, const std::vector<ofd::PathStep>& steps) {
    using Kind = ofd::PathStep::Kind;
    for (const ofd::PathStep& step : steps) {
        switch (step.kind) {
        case Kind::move:
            cairo_move_to(context, step.to.x, step.to.y);
            break;
        case Kind::line:
            cairo_line_to(context, step.to.x, step.to.y);
            break;
        case Kind::curve:
            cairo_curve_to(context, step.control1.x, step.control1.y, step.control2.x,
                           step.control2.y, step.to.x, step.to.y);
            break;
        case Kind::close:
            cairo_close_path(context);
            break;
        }
    }
}

} // namespace kiosk::document::paint
