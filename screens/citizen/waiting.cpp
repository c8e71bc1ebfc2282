// SPDX-License-Identifier: Apache-2.0

#include "screens/citizen/page.h"
#include "screens/kit/words.h"
#include "screens/widgets/notice.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using visit::WaitingView;

struct Words {
    std::string_view key;
    std::optional<int> step;
};

Words wordsOf(WaitingView::Reason reason) {
    switch (reason) {
    case WaitingView::Reason::searching:
        return {"waiting.searching", 2};
    case WaitingView::Reason::askingGrants:
        return {"waiting.grants", 3};
    case WaitingView::Reason::opening:
        return {"waiting.opening", 3};
    case WaitingView::Reason::checkingCopy:
        return {"waiting.checking", std::nullopt};
    case WaitingView::Reason::keeping:
        return {"waiting.keeping", std::nullopt};
    case WaitingView::Reason::consenting:
        return {"waiting.consenting", 2};
    }
    return {"waiting.searching", std::nullopt};
}

kit::Node pending(const Page& page, const std::string& region) {
    const auto& design = page.design;
    kit::Node line = widgets::point(
        design, "clock",
        {widgets::text(page.phrase("waiting.region", {region}), design.text(kit::TypeRole::body))});
    line.role = kit::Role::status;
    line.state = "waiting";
    return line;
}

} // namespace

PageContent screenFor(const WaitingView& waiting, const Page& page) {
    const Words words = wordsOf(waiting.reason);
    PageContent content{.id = "waiting", .step = words.step};
    if (waiting.reason == WaitingView::Reason::keeping) // a promise is under way
        content.bottom = {.back = false, .startOver = false};
    else if (waiting.reason == WaitingView::Reason::consenting) // said, and about to be on record
        content.bottom.back = false;
    content.hero =
        pageTitle(page, page.phrase(words.key), page.phrase(kit::format("{}.lead", words.key)));
    content.content.push_back(
        widgets::scene(page.design, "scene-search", page.phrase("waiting.scene")));
    if (!waiting.pendingRegions.empty()) {
        std::vector<kit::Node> lines;
        lines.reserve(waiting.pendingRegions.size());
        for (const std::string& region : waiting.pendingRegions)
            lines.push_back(pending(page, region));
        content.content.push_back(widgets::card(page.design, std::move(lines)));
    }
    return content;
}

} // namespace kiosk::citizen
