// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/screen.h"

#include "screens/citizen/page.h"
#include "screens/citizen/panels.h"
#include "screens/kit/mirror.h"

namespace kiosk::citizen {
namespace {

kit::Node composed(const Page& page, const ScreenContext& context) {
    PageContent content = std::visit(
        [&](const auto& alternative) { return screenFor(alternative, page); }, page.view.content);
    kit::Node root = framed(page, std::move(content));
    if (page.view.settings.screen == visit::Screen::dark)
        root = darkened(page, std::move(root));
    root.lang = page.texts.language();
    root.look.theme = &context.themes.of(page.view.settings.theme);
    return root;
}

using widgets::Density;

BuiltScreen laidOut(const visit::VisitView& view, const ScreenContext& context, Density density) {
    const Page page{view,
                    context.catalogue.of(view.settings.language),
                    context.catalogue.languages(),
                    {view.settings.textSize, density, view.settings.version},
                    context.board};
    BuiltScreen built{composed(page, context), {}};
    built.fit = kit::layOut(built.root, context.board.area(), context.measure);
    return built;
}

/// The first that fits from `from` on, or the densest.
std::pair<BuiltScreen, Density> fitted(const visit::VisitView& view, const ScreenContext& context,
                                       Density from) {
    using enum Density;
    for (const auto density : {roomy, snug, tight})
        if (density >= from)
            if (BuiltScreen built = laidOut(view, context, density); built.fit == kit::Fit::fits)
                return {std::move(built), density};
    return {laidOut(view, context, tightest), tightest};
}

} // namespace

BuiltScreen buildAndFit(const visit::VisitView& view, const ScreenContext& context) {
    const bool grows = mayGrow(view);
    const Density from =
        grows ? fitted(atItsFullest(view), context, Density::roomy).second : Density::roomy;
    BuiltScreen built = fitted(view, context, from).first;
    if (context.catalogue.of(view.settings.language).direction() == kit::Direction::rightToLeft)
        kit::mirror(built.root, context.board.area());
    return built;
}

kit::Node buildScreen(const visit::VisitView& view, const ScreenContext& context) {
    return buildAndFit(view, context).root;
}

} // namespace kiosk::citizen
