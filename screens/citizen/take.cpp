// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/page.h"
#include "screens/widgets/facts.h"
#include "screens/widgets/notice.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::Node;
using visit::TakeView;

Node copyNumbers(const TakeView& take, const Page& page) {
    std::vector<Node> list;
    for (const std::string& number : take.copyNumbers)
        list.push_back(widgets::fact(page.design, {page.phrase("take.copy-number"), number, true}));
    return widgets::card(page.design, std::move(list));
}

} // namespace

Node takeYourCard(const Page& page) {
    return widgets::notice(page.design, widgets::Tone::caution, page.phrase("take.card"),
                           {page.phrase("take.card.now")});
}

PageContent screenFor(const TakeView& take, const Page& page) {
    PageContent content{.id = "take", .step = 6, .bottom = {.back = false}};
    auto& nodes = content.content;
    content.hero = pageTitle(page, page.phrase("take.title", {std::to_string(take.pages)}),
                             page.phrase("take.lead", {std::to_string(take.secondsLeft)}));
    nodes.push_back(widgets::scene(page.design, "scene-take", page.phrase("take.scene")));
    if (take.cardStillThere)
        nodes.push_back(takeYourCard(page));
    if (!take.copyNumbers.empty())
        nodes.push_back(copyNumbers(take, page));
    content.actions = {
        widgets::mainButton(page.design, {"finish", page.phrase("take.finish"), "check",
                                          widgets::ButtonKind::primary, visit::touch::Finish{}}),
        widgets::mainButton(page.design,
                            {"once-more", page.phrase("take.once-more"), "licence",
                             widgets::ButtonKind::secondary, visit::touch::OnceMore{}})};
    return content;
}

} // namespace kiosk::citizen
