// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/document/picture.h"
#include "firmware/visit/visit_event.h"
#include "screens/kit/geometry.h"
#include "screens/kit/theme.h"
#include "screens/kit/type_scale.h"

namespace kiosk::kit {

/// What a node is to somebody who cannot see it. `part` is drawing only: a button's label and icon
/// are parts of the button and are neither spoken nor dumped.
enum class Role {
    part,
    screen,
    group,
    heading,
    text,
    button,
    list,
    picture,
    status,
    progress,
    dialog
};

std::string_view name(Role role);

/// Where the children of a node go.
enum class Axis { column, row, grid, overlay };
enum class Align { stretch, start, centre, end, spread };

/// When there is too little room, decoration goes first.
enum class Need { always, whenRoom };

/// How a node takes its place; lengths in millimetres. Without a fixed length a node is as large
/// as its content; `grow` shares what is left along the parent's axis.
struct Box {
    Axis axis = Axis::column;
    int columns = 1; ///< of a grid
    InsetsMm padding;
    double gap = 0;
    double grow = 0;
    std::optional<double> width;
    std::optional<double> height;
    double minWidth = 0;
    double minHeight = 0;
    double maxHeight = 1e6;
    Align along = Align::start;
    Align across = Align::stretch;
    Need need = Need::always;
    bool isInOwnOrder = false; ///< what is in it runs from the left in every language: keys
};

/// How the node's name is written, when it is.
struct TextStyle {
    TypeRole type = TypeRole::body;
    double em = 0; ///< millimetres; set from the type scale by the widget
    Weight weight = Weight::regular;
    ColourRole ink = ColourRole::ink;
    TextAlign align = TextAlign::start;

    bool operator==(const TextStyle&) const = default;
};

/// How a node looks. Colours are roles; `theme` holds for the node and everything under it.
struct Look {
    const Theme* theme = nullptr; ///< owned by Assets, which outlives every tree
    std::optional<ColourRole> fill;
    std::optional<ColourRole> border;
    double borderWidth = 0.3;
    double radius = 0;
    std::optional<TextStyle> text; ///< set: the name is written
    std::string drawing;           ///< icon or illustration in assets/icons, without ".svg"
    bool flipped = false;          ///< the drawing, left to right; set by mirror()
    ColourRole tint = ColourRole::ink;
    document::SharedPicture picture;
    double veil = 1; ///< opacity of the fill
};

/// One node of the retained tree: what is seen, said, pressed and tested. A plain value.
struct Node {
    std::string id{}; ///< stable; empty for nodes nobody asks for
    Role role = Role::group;
    std::string name{};     ///< visible text
    std::string say{};      ///< spoken text, empty: the name is spoken
    std::string value{};    ///< "3/6", "40 %"
    std::string state{};    ///< "selected", "disabled", "valid": also said, never colour alone
    std::string lang{};     ///< BCP 47; empty: as the parent
    bool isPrivate = false; ///< spoken to a headset only
    RectMm bounds{};        ///< set by layOut()
    std::optional<visit::Touch> touch{}; ///< what pressing it means
    Box box{};
    Look look{};
    std::vector<Node> children{}; ///< in reading order

    const std::string& spoken() const { return say.empty() ? name : say; }
    Node& add(Node child) & { return children.emplace_back(std::move(child)); }
};

/// Id of the node that covers a dark screen (A13): nothing is drawn over it.
inline constexpr std::string_view kScreenCover = "screen-cover";

/// Depth first, in reading order, with the depth of each node.
void walk(const Node& root, const std::function<void(const Node&, int depth)>& visit);

const Node* find(const Node& root, std::string_view id);

/// The node a press at `point` means: the last drawn of those with a touch there.
const Node* hit(const Node& root, PointMm point);

} // namespace kiosk::kit
