// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/screen.h"

#include "screens/citizen/page.h"
#include "screens/citizen/panels.h"
#include "screens/kit/mirror.h"

namespace kiosk::citizen {
namespace {

kit::Node composed(const Page& page, PageContent content, const ScreenContext& context) {
    kit::Node root = framed(page, std::move(content));
    if (page.view.settings.screen == visit::Screen::dark)
        root = darkened(page, std::move(root));
    root.lang = page.texts.language();
    root.look.theme = &context.themes.of(page.view.settings.theme);
    return root;
}

} // namespace

BuiltScreen buildAndFit(const visit::VisitView& view, const ScreenContext& context) {
    return buildFramed(view, context, [](const Page& page) {
        return std::visit([&](const auto& alternative) { return screenFor(alternative, page); },
                          page.view.content);
    });
}

BuiltScreen buildFramed(const visit::VisitView& view, const ScreenContext& context,
                        const std::function<PageContent(const Page&)>& content) {
    BuiltScreen built;
    const kit::RectMm area = context.board.area();
    const kit::Texts& texts = context.catalogue.of(view.settings.language);
    using enum widgets::Density;
    for (const auto density : {roomy, snug, tight, tightest}) {
        const Page page{view,
                        texts,
                        context.catalogue.languages(),
                        {view.settings.textSize, density, view.settings.version},
                        context.board};
        built.root = composed(page, content(page), context);
        built.fit = kit::layOut(built.root, area, context.measure);
        if (built.fit == kit::Fit::fits)
            break;
    }
    if (texts.direction() == kit::Direction::rightToLeft)
        kit::mirror(built.root, area);
    return built;
}

kit::Node buildScreen(const visit::VisitView& view, const ScreenContext& context) {
    return buildAndFit(view, context).root;
}

} // namespace kiosk::citizen
