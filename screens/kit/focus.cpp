// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/focus.h"

#include <algorithm>
#include <cmath>

#include "screens/kit/words.h"

namespace kiosk::kit {
namespace {

using Stops = std::vector<FocusStop>;

bool isStop(const Node& node, FocusStops which) {
    if (node.touch)
        return true;
    return which == FocusStops::everything && node.role != Role::part &&
           node.role != Role::screen && !node.spoken().empty();
}

/// Collects the stops of a tree; those without an id are counted under the nearest node that has
/// one.
class Collector {
public:
    Collector(FocusStops which, Stops& stops) : which_(which), stops_(stops) {}

    void collect(const Node& node, const std::string& section, std::size_t& nameless) {
        if (isStop(node, which_))
            stops_.push_back(
                {node.id.empty() ? format("{}/{}", section, std::to_string(nameless++)) : node.id,
                 &node});
        std::size_t own = 0;
        for (const Node& child : node.children)
            node.id.empty() ? collect(child, section, nameless) : collect(child, node.id, own);
    }

private:
    FocusStops which_;
    Stops& stops_;
};

Stops stopsUnder(const Node& node, FocusStops which) {
    Stops stops;
    std::size_t nameless = 0;
    Collector(which, stops).collect(node, {}, nameless);
    return stops;
}

/// The dialog drawn last lies on top.
const Node* openDialog(const Node& tree) {
    const Node* dialog = nullptr;
    walk(tree, [&](const Node& node, int) {
        if (node.role == Role::dialog)
            dialog = &node;
    });
    return dialog;
}

std::optional<std::size_t> indexOf(const Stops& stops, std::string_view key) {
    const auto found = std::ranges::find(stops, key, &FocusStop::key);
    if (found == stops.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - stops.begin());
}

/// The first stop of what the screen is about; strips are reached from there, either way.
std::size_t firstOfMatter(const Node& tree, const Stops& stops, FocusStops which) {
    if (openDialog(tree) != nullptr)
        return 0;
    for (const std::string_view section : {"content", "actions"}) {
        const Node* node = find(tree, section);
        const Stops inside = node == nullptr ? Stops() : stopsUnder(*node, which);
        if (!inside.empty())
            return static_cast<std::size_t>(
                std::ranges::find(stops, inside.front().node, &FocusStop::node) - stops.begin());
    }
    return 0;
}

double middle(const RectMm& bounds) {
    return bounds.x + bounds.width / 2;
}

/// The stop in the next row above or below that stands most nearly in the same column.
std::size_t inNextRow(const Stops& stops, std::size_t at, Key key) {
    constexpr double kTolerance = 0.5;
    const RectMm& from = stops[at].node->bounds;
    // Measured away from where the focus is, so that both directions read alike.
    const auto near = [&](const RectMm& b) {
        return key == Key::down ? b.y - from.bottom() : from.y - b.bottom();
    };
    const auto far = [&](const RectMm& b) { return near(b) + b.height; };
    double rowEnd = std::numeric_limits<double>::max();
    for (const FocusStop& stop : stops)
        if (near(stop.node->bounds) >= -kTolerance)
            rowEnd = std::min(rowEnd, far(stop.node->bounds));
    std::size_t best = at;
    double distance = std::numeric_limits<double>::max();
    for (std::size_t index = 0; index < stops.size(); ++index) {
        const RectMm& bounds = stops[index].node->bounds;
        const double aside = std::abs(middle(bounds) - middle(from));
        if (near(bounds) >= -kTolerance && near(bounds) < rowEnd && aside < distance) {
            best = index;
            distance = aside;
        }
    }
    return best;
}

std::size_t nextTarget(const Stops& stops, std::size_t at, Key key) {
    std::size_t index = at;
    while (key == Key::down ? index + 1 < stops.size() : index > 0) {
        key == Key::down ? ++index : --index;
        if (stops[index].node->touch)
            return index;
    }
    return at;
}

std::size_t moved(const Stops& stops, std::size_t at, Key key, FocusStops which) {
    if (key == Key::left)
        return at == 0 ? 0 : at - 1;
    if (key == Key::right)
        return std::min(at + 1, stops.size() - 1);
    if (key == Key::next)
        return (at + 1) % stops.size();
    return which == FocusStops::targets ? inNextRow(stops, at, key) : nextTarget(stops, at, key);
}

std::optional<visit::Touch> touchOf(const Node* node) {
    return node == nullptr ? std::nullopt : node->touch;
}

/// One step back is out of what lies open, else to the screen before.
std::optional<visit::Touch> backOf(const Node& tree) {
    const auto close = touchOf(find(tree, "close"));
    return close ? close : touchOf(find(tree, "back"));
}

/// Staff are called from everywhere, even where the button lies under a dialog.
std::optional<visit::Touch> helpOf(const Node& tree) {
    const auto staff = touchOf(find(tree, "staff"));
    return staff ? staff : visit::touch::CallStaff{};
}

} // namespace

std::string scopeName(const Node& tree) {
    const Node* dialog = openDialog(tree);
    return dialog == nullptr ? tree.id : format("{}/{}", tree.id, dialog->id);
}

Stops focusStops(const Node& tree, FocusStops which) {
    const Node* dialog = openDialog(tree);
    return stopsUnder(dialog == nullptr ? tree : *dialog, which);
}

std::optional<visit::Touch> Focus::feed(const KeyEvent& event, const Node& tree) {
    switch (event.key) {
    case Key::up:
    case Key::down:
    case Key::left:
    case Key::right:
    case Key::next:
        halt_ ? move(event.key, tree) : begin(tree);
        return std::nullopt;
    case Key::ok:
    case Key::choose:
        if (isDoubleStrike(event))
            return std::nullopt;
        if (halt_)
            return touchOf(node(tree));
        begin(tree);
        return std::nullopt;
    case Key::back:
        return isDoubleStrike(event) ? std::nullopt : backOf(tree);
    case Key::help:
        return isDoubleStrike(event) ? std::nullopt : helpOf(tree);
    case Key::volumeUp:
    case Key::volumeDown:
    case Key::faster:
    case Key::slower:
    case Key::repeat:
        break;
    }
    return std::nullopt;
}

void Focus::follow(const Node& tree) {
    if (!halt_)
        return;
    const std::string scope = scopeName(tree);
    if (scope != halt_->scope) {
        const bool isDialog = openDialog(tree) != nullptr;
        Halt before = *std::exchange(halt_, std::nullopt);
        if (!isDialog && beneath_ && beneath_->scope == scope)
            halt_ = beneath_; // the dialog has gone
        if (!isDialog)
            beneath_.reset();
        else if (!beneath_)
            beneath_ = std::move(before);
        if (!halt_)
            return begin(tree);
    }
    const Stops stops = focusStops(tree, which_);
    if (const auto index = indexOf(stops, halt_->key))
        halt_->index = *index;
    else if (!stops.empty())
        place(stops, std::min(halt_->index, stops.size() - 1));
}

void Focus::leave() {
    halt_.reset();
    beneath_.reset();
}

std::optional<std::string> Focus::at() const {
    if (!halt_)
        return std::nullopt;
    return halt_->key;
}

const Node* Focus::node(const Node& tree) const {
    if (!halt_)
        return nullptr;
    const Stops stops = focusStops(tree, which_);
    const auto index = indexOf(stops, halt_->key);
    return index ? stops[*index].node : nullptr;
}

void Focus::begin(const Node& tree) {
    halt_ = Halt{.scope = scopeName(tree), .key = {}};
    if (const Stops stops = focusStops(tree, which_); !stops.empty())
        place(stops, firstOfMatter(tree, stops, which_));
}

void Focus::place(const Stops& stops, std::size_t index) {
    halt_->key = stops[index].key;
    halt_->index = index;
}

void Focus::move(Key key, const Node& tree) {
    const Stops stops = focusStops(tree, which_);
    if (stops.empty())
        return;
    const auto index = indexOf(stops, halt_->key);
    place(stops, index ? moved(stops, *index, key, which_) : firstOfMatter(tree, stops, which_));
}

bool Focus::isDoubleStrike(const KeyEvent& event) {
    const bool doubled = lastStroke_ && lastStroke_->key == event.key &&
                         event.time - lastStroke_->time < kRepeatPause;
    if (!doubled)
        lastStroke_ = event;
    return doubled;
}

} // namespace kiosk::kit
