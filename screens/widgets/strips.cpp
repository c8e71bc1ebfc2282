// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/strips.h"

#include "screens/kit/words.h"

namespace kiosk::widgets {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;
namespace touch = visit::touch;

constexpr double kSideMargin = 12;

template <typename Enum>
Enum following(Enum value, int count) {
    return Enum((static_cast<int>(value) + 1) % count);
}

/// The words of the strips need lines of their own.
bool isWide(const Design& design) {
    return design.size >= visit::TextSize::large;
}

Node placeAndTime(const Design& design, const visit::VisitView& view) {
    const auto style = design.text(TypeRole::note, ColourRole::onDeep, kit::Weight::bold);
    Node place = growing(text({view.place, {}}, style));
    place.id = "place";
    place.lang = "zh-CN";
    Node time = text({view.timeOfDay, {}}, style);
    time.id = "time";
    return row(design.gap(0.75), {icon("place", ColourRole::onDeep, design.icon(TypeRole::note)),
                                  std::move(place), std::move(time)});
}

Node settings(const Design& design, const kit::Texts& texts, const visit::Settings& current) {
    const auto size = following(current.textSize, 4);
    const auto theme = following(current.theme, 4);
    const auto pill = [&](std::string id, kit::Phrase words, std::string drawing,
                          visit::Touch touch) {
        return smallButton(design, {std::move(id), std::move(words), std::move(drawing),
                                    ButtonKind::onDeep, std::move(touch)});
    };
    const auto next = [&](std::string_view what, std::string_view name) {
        return texts.text(kit::format("{}.{}", what, name));
    };
    return row(design.targetGap(),
               {pill("language",
                     {isWide(design) ? texts.brief("top.language") : texts.text("top.language"),
                      texts.say("top.language")},
                     "language", touch::OpenLanguages{}),
                pill("text-size",
                     {texts.text("top.size"),
                      texts.text("top.size.change", {next("size", kit::name(current.textSize)),
                                                     next("size", kit::name(size))})},
                     "text-size", touch::SetTextSize{size}),
                pill("theme",
                     {texts.text("top.theme"),
                      texts.text("top.theme.change", {next("theme", kit::name(current.theme)),
                                                      next("theme", kit::name(theme))})},
                     "contrast", touch::SetTheme{theme})});
}

Node dot(double width, double height, bool filled) {
    Node node{.role = kit::Role::part};
    node.box.width = width;
    node.box.height = height;
    node.look.radius = height / 2;
    node.look.border = ColourRole::onDeep;
    node.look.borderWidth = 0.4;
    if (filled)
        node.look.fill = ColourRole::onDeep;
    return node;
}

Node bottomButton(const Design& design, ButtonSpec spec, std::string_view state) {
    Node node = smallButton(design, std::move(spec));
    node.box.minHeight = design.target() * 1.3;
    node.box.grow = 1;
    node.box.minWidth = 0;
    if (isWide(design)) { // no room for icon and words in one line
        node.box.axis = kit::Axis::column;
        node.box.gap = 0;
    }
    node.box.padding = kit::InsetsMm::symmetric(design.gap(0.5), design.gap(0.5));
    if (!state.empty())
        node.state = state;
    return node;
}

/// Keeps a button's place free.
Node emptyPlace() {
    return spacer();
}

} // namespace

Node stepDots(const Design& design, const kit::Texts& texts, int step) {
    const double size = design.gap(0.9);
    const double wide = size * 2.6;
    std::vector<Node> dots;
    for (int at = 1; at <= kSteps; ++at)
        dots.push_back(dot(at == step ? wide : size, size, at <= step));
    Node path = row(size * 0.6, std::move(dots));
    path.box.width = wide + (kSteps - 1) * size * 1.6; // words give way, dots do not
    Node words = part(texts.text(kit::format("step.{}", std::to_string(step))),
                      design.text(TypeRole::note, ColourRole::onDeep, kit::Weight::bold));
    const bool alone = isWide(design); // on a line of its own
    Node node = alone ? row(design.gap(1.25), {std::move(path), std::move(words)})
                      : column(0, {std::move(path), std::move(words)});
    node.id = "steps";
    node.role = kit::Role::progress;
    node.name = texts.text(kit::format("step.{}", std::to_string(step)));
    node.say = texts.text("step.say", {std::to_string(step), std::to_string(kSteps), node.name});
    node.value = kit::format("{}/{}", std::to_string(step), std::to_string(kSteps));
    return node;
}

Node topStrip(const Design& design, const kit::Texts& texts, const visit::VisitView& view,
              std::optional<int> step) {
    Node strip = column(design.gap(1), {placeAndTime(design, view)});
    Node pills = settings(design, texts, view.settings);
    if (isWide(design)) {
        if (step)
            strip.add(stepDots(design, texts, *step));
        strip.add(std::move(pills));
    } else {
        Node left = step ? stepDots(design, texts, *step) : spacer();
        strip.add(row(design.targetGap(), {growing(std::move(left)), std::move(pills)}));
    }
    strip.id = "top";
    strip.box.padding = {kSideMargin, design.gap(2), kSideMargin, design.gap(1.5)};
    strip.look.fill = ColourRole::accentDeep;
    return strip;
}

Node bottomStrip(const Design& design, const kit::Texts& texts, const visit::VisitView& view,
                 BottomSpec spec) {
    const auto button = [&](std::string id, std::string_view key, std::string drawing,
                            visit::Touch touch, std::string_view state = {}) {
        return bottomButton(design,
                            {std::move(id), texts.phrase(key), std::move(drawing),
                             ButtonKind::quiet, std::move(touch)},
                            state);
    };
    Node strip =
        row(design.targetGap(),
            {spec.back ? button("back", "bottom.back", "back", touch::Back{}) : emptyPlace(),
             view.staffCalled
                 ? button("staff", "bottom.staff-called", "check", touch::CallStaff{}, "called")
                 : button("staff", "bottom.staff", "staff", touch::CallStaff{}),
             spec.startOver
                 ? button("start-over", "bottom.start-over", "start-over", touch::StartOver{})
                 : emptyPlace()});
    strip.id = "bottom";
    strip.box.across = kit::Align::stretch;
    strip.box.padding = {kSideMargin, design.gap(1), kSideMargin, design.gap(1)};
    strip.look.fill = ColourRole::surface;
    return strip;
}

} // namespace kiosk::widgets
