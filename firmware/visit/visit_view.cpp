// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/visit_view.h"

namespace kiosk::visit {

VisitView::Content::Content() noexcept = default;
VisitView::Content::Content(const Content& other) = default;
VisitView::Content::Content(Content&& other) noexcept = default;
VisitView::Content& VisitView::Content::operator=(const Content& other) = default;
VisitView::Content& VisitView::Content::operator=(Content&& other) noexcept = default;
VisitView::Content::~Content() = default;

} // namespace kiosk::visit
