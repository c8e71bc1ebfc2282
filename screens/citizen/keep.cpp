// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/page.h"
#include "screens/citizen/problem.h"
#include "screens/kit/words.h"
#include "screens/widgets/notice.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;

Node whatIsKept(const Page& page) {
    const auto line = [&](std::string drawing, std::string_view key) {
        return widgets::point(page.design, std::move(drawing),
                              {widgets::text(page.phrase(key), page.design.text(TypeRole::body))});
    };
    return widgets::card(page.design, {line("keep", "offer.kept"), line("number", "offer.number"),
                                       line("hide", "offer.not-kept")});
}

Node ticket(const visit::KeptView& kept, const Page& page) {
    const auto centred = [&](TypeRole role, ColourRole ink, kit::Weight weight) {
        return page.design.text(role, ink, weight, kit::TextAlign::centre);
    };
    Node number = widgets::text({kept.pickupNumber, kept.pickupNumber},
                                centred(TypeRole::display, ColourRole::accent, kit::Weight::bold));
    number.id = "pickup-number";
    Node box = widgets::card(
        page.design,
        {widgets::text(page.phrase("kept.number"),
                       centred(TypeRole::body, ColourRole::inkSoft, kit::Weight::regular)),
         std::move(number)});
    if (const std::string_view code = troubleOf(kept.slip); !code.empty())
        box.add(widgets::text(page.phrase(kit::format("error.{}.what", code)),
                              centred(TypeRole::body, ColourRole::ink, kit::Weight::bold)));
    const bool isOut = kept.slip == visit::KeptView::Slip::out;
    box.add(widgets::text(page.phrase(isOut ? "kept.slip" : "kept.note-down"),
                          centred(TypeRole::body, ColourRole::ink, kit::Weight::regular)));
    box.look.border = ColourRole::accent;
    box.look.borderWidth = 0.5;
    return box;
}

} // namespace

PageContent screenFor(const visit::OfferToKeepView& offer, const Page& page) {
    PageContent content{.id = "offer-to-keep"};
    content.hero = pageTitle(page, page.phrase("offer.title"), page.phrase("offer.lead"));
    content.content.push_back(
        widgets::scene(page.design, "scene-offline", page.phrase("offer.scene")));
    for (const std::string& region : offer.regionNames)
        content.content.push_back(widgets::notice(page.design, widgets::Tone::caution,
                                                  page.phrase("offer.region", {region})));
    content.content.push_back(whatIsKept(page));
    content.actions = {
        widgets::mainButton(page.design, {"keep", page.phrase("offer.keep"), "keep",
                                          widgets::ButtonKind::primary, visit::touch::Keep{}}),
        widgets::mainButton(page.design, {"retry", page.phrase("offer.retry"), "retry",
                                          widgets::ButtonKind::secondary, visit::touch::Retry{}})};
    return content;
}

PageContent screenFor(const visit::KeptView& kept, const Page& page) {
    std::vector<Node> content{
        widgets::scene(page.design, "scene-kept", page.phrase("kept.scene")), ticket(kept, page),
        widgets::notice(page.design, widgets::Tone::neutral, page.phrase("kept.next"))};
    if (kept.cardStillThere)
        content.push_back(takeYourCard(page));
    return {.id = "kept",
            .hero = pageTitle(page, page.phrase("kept.title"), page.phrase("kept.lead")),
            .content = std::move(content),
            .actions = {widgets::mainButton(page.design, {"finish", page.phrase("kept.finish"),
                                                          "check", widgets::ButtonKind::primary,
                                                          visit::touch::Finish{}})},
            .bottom = {.back = false}};
}

} // namespace kiosk::citizen
