// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/caption.h"

#include "screens/kit/mirror.h"
#include "screens/widgets/basics.h"

namespace kiosk::widgets {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;

constexpr double kBeside = 12; ///< mm, as in the strip itself
constexpr double kOff = 0.8;   ///< mm to what stands above and below
constexpr double kSignGap = 3;

kit::TextStyle styleOf(const CaptionManner& manner) {
    return Design{manner.size}.text(TypeRole::note, ColourRole::onDeep, kit::Weight::bold);
}

double signSize(const CaptionManner& manner) {
    return Design{manner.size}.icon(TypeRole::note);
}

/// Place and time stand in the first line of the top strip, whatever else does. Scripts with deep
/// stacks need the room around it too.
kit::RectMm placeOn(const Node& screen) {
    const Node* strip = kit::find(screen, "top");
    if (strip == nullptr || strip->children.empty())
        return {};
    const kit::RectMm& line = strip->children.front().bounds;
    const double above = line.y - strip->bounds.y;
    const double top = strip->bounds.y + kOff;
    return {strip->bounds.x + kBeside, top, strip->bounds.width - 2 * kBeside,
            line.bottom() + above / 2 - top};
}

void clear(Node& node, std::string_view id) {
    if (node.id == id && !node.children.empty())
        return node.children.front().children.clear();
    for (Node& child : node.children)
        clear(child, id);
}

} // namespace

std::vector<std::string> captionLines(const Node& screen, std::string_view words,
                                      const std::string& language, CaptionManner manner,
                                      kit::TextMeasure& measure) {
    const double width = placeOn(screen).width - signSize(manner) - kSignGap;
    return kit::linesOf(words, language, [&](std::string_view line) {
        return measure.measure(line, styleOf(manner), language, std::nullopt).width <= width;
    });
}

std::optional<Node> captionOn(const Node& screen, const kit::Caption& caption, CaptionManner manner,
                              kit::TextMeasure& measure) {
    const kit::RectMm place = placeOn(screen);
    if (place.empty() || kit::find(screen, kit::kScreenCover) != nullptr)
        return std::nullopt;
    const bool speaks = caption.sign == kit::Caption::Sign::voice;
    Node node =
        row(kSignGap, {icon(speaks ? "loudspeaker" : "bell", ColourRole::onDeep, signSize(manner)),
                       growing(part(caption.words, styleOf(manner)))});
    node.id = "caption";
    node.role = kit::Role::part; // what is said already is neither said again nor come to by keys
    node.lang = caption.language;
    node.state = speaks ? "speaking" : "ringing";
    node.look.fill = ColourRole::accentDeep;
    kit::layOut(node, place, measure);
    if (manner.direction == kit::Direction::rightToLeft)
        kit::mirror(node, {0, 0, place.x * 2 + place.width, 0});
    return node;
}

Node captioned(Node screen, const kit::Caption& caption, CaptionManner manner,
               kit::TextMeasure& measure) {
    auto node = captionOn(screen, caption, manner, measure);
    if (!node)
        return screen;
    clear(screen, "top");
    screen.add(std::move(*node));
    return screen;
}

} // namespace kiosk::widgets
