// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/pictures.h"

#include <algorithm>

namespace kiosk::widgets {
namespace {

using kit::ColourRole;
using kit::Node;

Node well(const Design& design, kit::Phrase words) {
    Node node{.role = kit::Role::picture};
    node.name = std::move(words.text);
    node.say = std::move(words.say);
    node.box.axis = kit::Axis::overlay;
    node.box.padding = kit::InsetsMm::all(design.gap(1));
    node.look.fill = ColourRole::sunken;
    node.look.radius = design.radius();
    return node;
}

/// Stands in for a picture that is not there yet.
Node placeholder(std::string drawing) {
    Node node{.role = kit::Role::part};
    node.look.drawing = std::move(drawing);
    node.look.tint = ColourRole::outline;
    return node;
}

} // namespace

Node illustration(std::string drawing, kit::Phrase words, double leastHeight, double mostHeight) {
    Node node{.role = kit::Role::picture};
    node.name = std::move(words.text);
    node.say = std::move(words.say);
    node.look.drawing = std::move(drawing);
    node.box.minHeight = leastHeight;
    node.box.maxHeight = mostHeight;
    node.box.grow = 1;
    node.box.need = kit::Need::whenRoom;
    return node;
}

Node scene(const Design& design, std::string drawing, kit::Phrase words) {
    Node node = illustration(std::move(drawing), std::move(words), 55, 330);
    node.box.padding = kit::InsetsMm::symmetric(design.gap(3), design.gap(2.5));
    node.look.fill = ColourRole::surface;
    node.look.border = ColourRole::hairline;
    node.look.radius = design.radius() * 1.5;
    return node;
}

Node pageView(const Design& design, document::SharedPicture page, kit::Phrase words,
              double leastHeight) {
    Node node = well(design, std::move(words));
    node.box.minHeight = leastHeight;
    node.box.grow = 1;
    if (!page) {
        node.add(placeholder("licence"));
        return node;
    }
    Node sheet{.role = kit::Role::part};
    sheet.look.picture = std::move(page);
    node.add(std::move(sheet));
    return node;
}

Node viewfinder(const Design& design, document::SharedPicture preview, kit::Phrase words) {
    Node node = well(design, std::move(words));
    node.box.minHeight = 90;
    node.box.grow = 1;
    node.box.maxHeight = 190;
    if (preview) {
        Node live{.role = kit::Role::part};
        live.look.picture = std::move(preview);
        node.add(std::move(live));
    }
    node.add(placeholder("viewfinder"));
    return node;
}

Node progressBar(const Design& design, kit::Phrase words, double share, std::string value) {
    const double height = design.gap(1.25);
    Node done{.role = kit::Role::part};
    done.box.height = height;
    done.box.grow = std::clamp(share, 0.02, 1.0);
    done.look.fill = ColourRole::accent;
    done.look.radius = height / 2;
    Node rest{.role = kit::Role::part};
    rest.box.grow = 1 - done.box.grow;
    Node groove = row(0, {std::move(done), std::move(rest)});
    groove.role = kit::Role::progress;
    groove.name = std::move(words.text);
    groove.say = std::move(words.say);
    groove.value = std::move(value);
    groove.box.height = height;
    groove.look.fill = ColourRole::sunken;
    groove.look.border = ColourRole::outline;
    groove.look.radius = height / 2;
    return groove;
}

} // namespace kiosk::widgets
