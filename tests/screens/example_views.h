// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/staff/staff_view.h"
#include "firmware/visit/visit_view.h"

namespace kiosk::test {

/// A view by name, showing one state of one screen with invented persons.
struct ExampleView {
    std::string name;
    visit::VisitView view;
    std::optional<staff::StaffView> staff{}; ///< of staff: in the view's frame
};

/// At least one for every alternative of VisitView::Content and every phase that looks different.
std::vector<ExampleView> exampleViews();

/// The same for what staff see.
std::vector<ExampleView> exampleStaffViews();

/// The view as a visit makes it with these settings: fewer choices a page where text is large.
visit::VisitView withSettings(visit::VisitView view, const visit::Settings& settings);

visit::VisitView withContent(visit::VisitView::Content content);

} // namespace kiosk::test
