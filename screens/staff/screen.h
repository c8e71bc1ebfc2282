// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/staff/staff_view.h"
#include "screens/citizen/screen.h"

/// The screens staff see: each a pure function of their view, in the citizens' frame.
namespace kiosk::staff_screens {

/// The laid-out tree. `frame` gives settings, place, time and what lies open on top; its content is
/// not shown.
kit::Node buildScreen(const staff::StaffView& view, const visit::VisitView& frame,
                      const citizen::ScreenContext& context);

/// The same, saying whether everything found room (A9): for the tests.
citizen::BuiltScreen buildAndFit(const staff::StaffView& view, const visit::VisitView& frame,
                                 const citizen::ScreenContext& context);

} // namespace kiosk::staff_screens
