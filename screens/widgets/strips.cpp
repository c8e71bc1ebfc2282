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
constexpr double kDotSize = 3.6;

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

/// What a person may change at any time, on one ground: the language in its own script, and all
/// else behind one button.
Node settings(const Design& design, const kit::Texts& texts) {
    const auto pill = [&](std::string id, kit::Phrase words, std::string drawing,
                          visit::Touch touch) {
        return growing(smallButton(design, {std::move(id), std::move(words), std::move(drawing),
                                            ButtonKind::onDeep, std::move(touch)}));
    };
    Node languagePill =
        pill("language",
             {isWide(design) ? texts.brief("top.language") : texts.text("top.language"),
              texts.say("top.language")},
             "language", touch::OpenLanguages{});
    return row(design.targetGap(),
               {std::move(languagePill), pill("settings", texts.phrase("top.settings"), "text-size",
                                              touch::OpenSettings{})});
}

Node besideLine(const Design& design, std::string id, std::string drawing, kit::Phrase words) {
    const auto style = design.text(TypeRole::note, ColourRole::onDeep, kit::Weight::bold);
    Node line = growing(text(std::move(words), style));
    line.id = std::move(id);
    return row(design.gap(0.75),
               {icon(std::move(drawing), ColourRole::onDeep, design.icon(TypeRole::note)),
                std::move(line)});
}

/// Who sees the screen beside the person in front, with their consent (R5, A58): nobody reads over
/// another's shoulder unnamed. In one line, whoever they are: a list needs the room.
void addBeside(Node& strip, const Design& design, const kit::Texts& texts,
               const visit::VisitView& view) {
    Node line = row(design.gap(1), {});
    if (!view.companionMasked.empty())
        line.add(growing(besideLine(design, "companion", "holder",
                                    texts.phrase("top.companion", {view.companionMasked}))));
    if (view.staffBeside)
        line.add(growing(besideLine(design, "staff-beside", "staff", texts.phrase("top.staff"))));
    if (!line.children.empty())
        strip.add(std::move(line));
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

/// In the lowest corner, where whoever needs it finds it without reaching up. Pressed again it puts
/// everything back.
Node reachButton(const Design& design, const kit::Texts& texts, visit::Reach now) {
    const bool isLow = now == visit::Reach::low;
    Node node =
        smallButton(design, {"reach",
                             {},
                             "reach",
                             ButtonKind::quiet,
                             touch::SetReach{isLow ? visit::Reach::standard : visit::Reach::low}});
    const auto words = texts.phrase(isLow ? "bottom.reach.standard" : "bottom.reach.low");
    node.name = words.text;
    node.say = words.say;
    node.state = isLow ? "selected" : "";
    // As narrow as may be, for the words beside it; the sign gives way.
    const double width = design.target() * (design.size < visit::TextSize::large ? 1.2 : 1);
    node.box.width = width;
    node.box.padding = {};
    Node& sign = node.children.front();
    sign.box.width = sign.box.height = std::min(width * 0.8, design.icon(TypeRole::note));
    return node;
}

/// In the elder version staff are the first thing one finds.
void doubled(Node& staff) {
    staff.box.grow = 2;
    staff.look.border = ColourRole::accent;
    staff.look.borderWidth = 1;
}

Node bottomButton(const Design& design, ButtonSpec spec, std::string_view state) {
    const bool stacked = isWide(design);
    if (!state.empty()) { // told by another ground; the longer words take the icon's place
        spec.kind = ButtonKind::primary;
        spec.drawing.clear();
    }
    Node node = smallButton(design, std::move(spec));
    node.box.grow = 1;
    node.box.minWidth = 0;
    node.box.padding = kit::InsetsMm::symmetric(design.gap(0.5), design.gap(0.5));
    // Room for two lines, so that the strip is of one height whatever it says (A54).
    node.box.minHeight = design.text(TypeRole::note).em * 3 + node.box.padding.down();
    if (stacked) { // no room for icon and words in one line
        node.box.axis = kit::Axis::column;
        node.box.gap = 0;
    }
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
    const double size = kDotSize * kit::growth(design.size);
    std::vector<Node> dots;
    for (int at = 1; at <= kSteps; ++at)
        dots.push_back(dot(at == step ? size * 2.6 : size, size, at <= step));
    Node line = row(size * 0.6, std::move(dots));
    line.box.width =
        size * (kSteps - 1 + 2.6 + (kSteps - 1) * 0.6); // the words give way, not the dots
    Node node = row(design.gap(1.25),
                    {std::move(line),
                     part(texts.text(kit::format("step.{}", std::to_string(step))),
                          design.text(TypeRole::note, ColourRole::onDeep, kit::Weight::bold))});
    node.id = "steps";
    node.role = kit::Role::progress;
    node.name = texts.text(kit::format("step.{}", std::to_string(step)));
    node.say = texts.text("step.say", {std::to_string(step), std::to_string(kSteps), node.name});
    node.value = kit::format("{}/{}", std::to_string(step), std::to_string(kSteps));
    return node;
}

Node topStrip(const Design& design, const kit::Texts& texts, const visit::VisitView& view,
              std::optional<int> step) {
    Node strip = column(design.gap(1.25), {placeAndTime(design, view)});
    if (view.settings.reach == visit::Reach::standard)
        strip.add(settings(design, texts));
    if (step) // under what keeps its place whether there are steps or not (A54)
        strip.add(stepDots(design, texts, *step));
    addBeside(strip, design, texts, view);
    strip.id = "top";
    strip.box.padding = {kSideMargin, design.gap(2), kSideMargin, design.gap(1.5)};
    strip.look.fill = ColourRole::accentDeep;
    return strip;
}

Node settingsStrip(const Design& design, const kit::Texts& texts) {
    Node strip = settings(design, texts);
    strip.id = "settings-strip";
    strip.box.along = kit::Align::end;
    strip.box.padding = kit::InsetsMm::symmetric(kSideMargin, design.gap(1));
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
    Node staff = view.staffCalled
                     ? button("staff", "bottom.staff-called", "check", touch::CallStaff{}, "called")
                     : button("staff", "bottom.staff", "staff", touch::CallStaff{});
    if (view.settings.version == visit::Version::elder)
        doubled(staff);
    Node strip =
        row(design.targetGap(),
            {reachButton(design, texts, view.settings.reach),
             spec.back ? button("back", "bottom.back", "back", touch::Back{}) : emptyPlace(),
             std::move(staff),
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
