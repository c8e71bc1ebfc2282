// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/screen.h"

#include "screens/citizen/page.h"
#include "screens/citizen/panels.h"
#include "screens/citizen/paragraphs.h"
#include "screens/kit/mirror.h"

namespace kiosk::citizen {
namespace {

kit::Node composed(const Page& page, PageContent content, const ScreenContext& context) {
    kit::Node root = framed(page, std::move(content));
    if (page.view.settings.screen == visit::Screen::dark)
        root = darkened(page, std::move(root));
    root.lang = page.texts.language();
    if (page.view.settings.version == visit::Version::elder)
        keepParagraphsApart(root, root.lang, context.measure);
    root.look.theme = &context.themes.of(page.view.settings.theme);
    return root;
}

using widgets::Density;

using Content = std::function<PageContent(const Page&)>;

BuiltScreen laidOut(const visit::VisitView& view, const ScreenContext& context,
                    const Content& content, Density density) {
    const Page page{view,
                    context.catalogue.of(view.settings.language),
                    context.catalogue.languages(),
                    {view.settings.textSize, density, view.settings.version},
                    context.board};
    BuiltScreen built{composed(page, content(page), context), {}};
    built.fit = kit::layOut(built.root, context.board.area(), context.measure);
    return built;
}

/// The first that fits from `from` on, or the densest.
std::pair<BuiltScreen, Density> fitted(const visit::VisitView& view, const ScreenContext& context,
                                       const Content& content, Density from) {
    using enum Density;
    for (const auto density : {roomy, snug, tight})
        if (density >= from)
            if (BuiltScreen built = laidOut(view, context, content, density);
                built.fit == kit::Fit::fits)
                return {std::move(built), density};
    return {laidOut(view, context, content, tightest), tightest};
}

BuiltScreen mirrored(BuiltScreen built, const visit::VisitView& view,
                     const ScreenContext& context) {
    if (context.catalogue.of(view.settings.language).direction() == kit::Direction::rightToLeft)
        kit::mirror(built.root, context.board.area());
    return built;
}

} // namespace

BuiltScreen buildAndFit(const visit::VisitView& view, const ScreenContext& context) {
    const Content content = [](const Page& page) {
        return std::visit([&](const auto& alternative) { return screenFor(alternative, page); },
                          page.view.content);
    };
    const Density from = mayGrow(view)
                             ? fitted(atItsFullest(view), context, content, Density::roomy).second
                             : Density::roomy;
    return mirrored(fitted(view, context, content, from).first, view, context);
}

BuiltScreen buildFramed(const visit::VisitView& view, const ScreenContext& context,
                        const Content& content) {
    return mirrored(fitted(view, context, content, Density::roomy).first, view, context);
}

kit::Node buildScreen(const visit::VisitView& view, const ScreenContext& context) {
    return buildAndFit(view, context).root;
}

} // namespace kiosk::citizen
