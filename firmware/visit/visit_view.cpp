// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/visit_view.h"

namespace kiosk::visit {

using Content = VisitView::Content;
KIOSK_COPIES(Content);

} // namespace kiosk::visit
