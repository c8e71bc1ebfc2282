// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/layout.h"

#include <map>
#include <numeric>

namespace kiosk::kit {
namespace {

constexpr double kTolerance = 0.01;

double total(const std::vector<double>& lengths, double gap) {
    if (lengths.empty())
        return 0;
    return std::accumulate(lengths.begin(), lengths.end(), 0.0) +
           gap * static_cast<double>(lengths.size() - 1);
}

/// Two passes: lengths from the leaves up (remembered, text is costly to measure), places from the
/// root down.
class Layout {
public:
    explicit Layout(TextMeasure& measure) : measure_(measure) {}

    void place(Node& node, const RectMm& area, std::string_view lang);
    Fit fit() const { return fit_; }

private:
    using Key = std::pair<const Node*, double>;

    double naturalWidth(const Node& node, std::string_view lang);
    double contentWidth(const Node& node, std::string_view lang);
    double height(const Node& node, double width, std::string_view lang);
    double contentHeight(const Node& node, double inner, std::string_view lang);
    double gridHeight(const Node& node, double inner, std::string_view lang);
    std::vector<double> rowWidths(const Node& node, double inner, std::string_view lang);
    std::vector<double> columnHeights(Node& node, const RectMm& inner, std::string_view lang);
    double widthInColumn(const Node& column, const Node& child, double inner,
                         std::string_view lang);

    void placeColumn(Node& node, const RectMm& inner, std::string_view lang);
    void placeRow(Node& node, const RectMm& inner, std::string_view lang);
    void placeGrid(Node& node, const RectMm& inner, std::string_view lang);
    void placeOverlay(Node& node, const RectMm& inner, std::string_view lang);

    TextMeasure& measure_;
    std::map<Key, double> heights_;
    std::map<const Node*, double> widths_;
    Fit fit_ = Fit::fits;
};

std::string_view langOf(const Node& node, std::string_view inherited) {
    return node.lang.empty() ? inherited : std::string_view(node.lang);
}

double cellWidth(const Node& grid, double inner) {
    return (inner - grid.box.gap * (grid.box.columns - 1)) / grid.box.columns;
}

double Layout::contentWidth(const Node& node, std::string_view lang) {
    if (node.look.text)
        return measure_.measure(node.name, *node.look.text, lang, std::nullopt).width;
    std::vector<double> widths;
    for (const Node& child : node.children)
        widths.push_back(naturalWidth(child, lang));
    if (widths.empty())
        return 0;
    if (node.box.axis == Axis::row)
        return total(widths, node.box.gap);
    const double widest = *std::ranges::max_element(widths);
    if (node.box.axis == Axis::grid)
        return widest * node.box.columns + node.box.gap * (node.box.columns - 1);
    return widest;
}

double Layout::naturalWidth(const Node& node, std::string_view inherited) {
    if (node.box.width)
        return *node.box.width;
    if (const auto known = widths_.find(&node); known != widths_.end())
        return known->second;
    const double content = contentWidth(node, langOf(node, inherited));
    const double width = std::max(node.box.minWidth, content + node.box.padding.across());
    widths_[&node] = width;
    return width;
}

double Layout::height(const Node& node, double width, std::string_view inherited) {
    if (node.box.height)
        return *node.box.height;
    const Key key{&node, width};
    if (const auto known = heights_.find(key); known != heights_.end())
        return known->second;
    const double inner = std::max(0.0, width - node.box.padding.across());
    const double content = contentHeight(node, inner, langOf(node, inherited));
    const double height = std::max(node.box.minHeight, content + node.box.padding.down());
    heights_[key] = height;
    return height;
}

double Layout::gridHeight(const Node& node, double inner, std::string_view lang) {
    const double width = cellWidth(node, inner);
    std::vector<double> rows;
    for (std::size_t index = 0; index < node.children.size(); ++index) {
        if (index % static_cast<std::size_t>(node.box.columns) == 0)
            rows.push_back(0);
        rows.back() = std::max(rows.back(), height(node.children[index], width, lang));
    }
    return total(rows, node.box.gap);
}

double Layout::contentHeight(const Node& node, double inner, std::string_view lang) {
    if (node.look.text)
        return measure_.measure(node.name, *node.look.text, lang, inner).height;
    std::vector<double> heights;
    switch (node.box.axis) {
    case Axis::grid:
        return gridHeight(node, inner, lang);
    case Axis::row: {
        const auto widths = rowWidths(node, inner, lang);
        for (std::size_t index = 0; index < widths.size(); ++index)
            heights.push_back(height(node.children[index], widths[index], lang));
        break;
    }
    case Axis::overlay:
        for (const Node& child : node.children)
            heights.push_back(height(child, inner, lang));
        break;
    case Axis::column:
        for (const Node& child : node.children)
            heights.push_back(height(child, widthInColumn(node, child, inner, lang), lang));
        return total(heights, node.box.gap);
    }
    return heights.empty() ? 0 : *std::ranges::max_element(heights);
}

double Layout::widthInColumn(const Node& column, const Node& child, double inner,
                             std::string_view lang) {
    if (column.box.across == Align::stretch && !child.box.width)
        return inner;
    return std::min(inner, naturalWidth(child, lang));
}

/// Growing children share what the others leave; when even those do not fit, all shrink alike and
/// their texts take more lines.
std::vector<double> Layout::rowWidths(const Node& node, double inner, std::string_view lang) {
    std::vector<double> widths;
    double shares = 0;
    double fixed = node.box.gap * std::max(0.0, static_cast<double>(node.children.size()) - 1);
    double flexible = 0;
    for (const Node& child : node.children) {
        const bool grows = child.box.grow > 0;
        widths.push_back(grows ? child.box.minWidth : naturalWidth(child, lang));
        shares += child.box.grow;
        (child.box.width ? fixed : flexible) += widths.back();
    }
    const double room = inner - fixed - flexible;
    for (std::size_t index = 0; index < widths.size(); ++index) {
        const Box& box = node.children[index].box;
        if (room > 0 && shares > 0)
            widths[index] += room * box.grow / shares;
        else if (room < 0 && !box.width && flexible > 0)
            widths[index] *= std::max(0.0, 1 + room / flexible);
    }
    return widths;
}

std::vector<double> Layout::columnHeights(Node& node, const RectMm& inner, std::string_view lang) {
    const auto measured = [&] {
        std::vector<double> heights;
        for (const Node& child : node.children)
            heights.push_back(height(child, widthInColumn(node, child, inner.width, lang), lang));
        return heights;
    };
    auto heights = measured();
    while (total(heights, node.box.gap) > inner.height + kTolerance) {
        const auto dispensable = std::ranges::find_if(
            node.children, [](const Node& child) { return child.box.need == Need::whenRoom; });
        if (dispensable == node.children.end()) {
            fit_ = Fit::tooTall;
            return heights;
        }
        node.children.erase(dispensable);
        heights_.clear(); // remembered by address, and the later children have moved
        widths_.clear();
        heights = measured();
    }
    return heights;
}

/// Hands out free height in proportion to `grow`, up to each child's limit.
void growHeights(const Node& node, std::vector<double>& heights, double room) {
    double shares = 0;
    for (const Node& child : node.children)
        shares += child.box.grow;
    for (std::size_t index = 0; index < heights.size() && shares > 0; ++index) {
        const Box& box = node.children[index].box;
        if (box.grow > 0)
            heights[index] = std::min(std::max(heights[index], box.maxHeight),
                                      heights[index] + room * box.grow / shares);
    }
}

/// Where the first child starts and how far the next lies, for what room is left along an axis.
struct Spread {
    double start = 0;
    double gap = 0;
};

Spread spread(const Box& box, double room, std::size_t count) {
    room = std::max(0.0, room);
    switch (box.along) {
    case Align::centre:
        return {room / 2, box.gap};
    case Align::end:
        return {room, box.gap};
    case Align::spread:
        return {0, count > 1 ? box.gap + room / static_cast<double>(count - 1) : box.gap};
    case Align::stretch:
    case Align::start:
        break;
    }
    return {0, box.gap};
}

double offset(Align align, double room) {
    switch (align) {
    case Align::centre:
        return room / 2;
    case Align::end:
        return room;
    case Align::stretch:
    case Align::start:
    case Align::spread:
        break;
    }
    return 0;
}

void Layout::placeColumn(Node& node, const RectMm& inner, std::string_view lang) {
    auto heights = columnHeights(node, inner, lang);
    growHeights(node, heights, std::max(0.0, inner.height - total(heights, node.box.gap)));
    const auto [start, gap] =
        spread(node.box, inner.height - total(heights, node.box.gap), heights.size());
    double y = inner.y + start;
    for (std::size_t index = 0; index < heights.size(); ++index) {
        Node& child = node.children[index];
        const double width = widthInColumn(node, child, inner.width, lang);
        const double x = inner.x + offset(node.box.across, inner.width - width);
        place(child, {x, y, width, heights[index]}, lang);
        y += heights[index] + gap;
    }
}

void Layout::placeRow(Node& node, const RectMm& inner, std::string_view lang) {
    const auto widths = rowWidths(node, inner.width, lang);
    const auto [start, gap] =
        spread(node.box, inner.width - total(widths, node.box.gap), widths.size());
    double x = inner.x + start;
    for (std::size_t index = 0; index < widths.size(); ++index) {
        Node& child = node.children[index];
        const bool stretched = node.box.across == Align::stretch && !child.box.height;
        const double tall = stretched ? inner.height : height(child, widths[index], lang);
        const double y = inner.y + offset(node.box.across, inner.height - tall);
        place(child, {x, y, widths[index], tall}, lang);
        x += widths[index] + gap;
    }
}

void Layout::placeGrid(Node& node, const RectMm& inner, std::string_view lang) {
    const double width = cellWidth(node, inner.width);
    const auto columns = static_cast<std::size_t>(node.box.columns);
    double y = inner.y;
    for (std::size_t first = 0; first < node.children.size(); first += columns) {
        const std::size_t last = std::min(first + columns, node.children.size());
        double tallest = 0;
        for (std::size_t index = first; index < last; ++index)
            tallest = std::max(tallest, height(node.children[index], width, lang));
        for (std::size_t index = first; index < last; ++index) {
            const double x = inner.x + static_cast<double>(index - first) * (width + node.box.gap);
            place(node.children[index], {x, y, width, tallest}, lang);
        }
        y += tallest + node.box.gap;
    }
}

void Layout::placeOverlay(Node& node, const RectMm& inner, std::string_view lang) {
    for (Node& child : node.children) {
        const bool stretched = node.box.across == Align::stretch;
        const double width = child.box.width.value_or(
            stretched ? inner.width : std::min(inner.width, naturalWidth(child, lang)));
        const double tall =
            child.box.height.value_or(stretched ? inner.height : height(child, width, lang));
        place(child,
              {inner.x + offset(node.box.across, inner.width - width),
               inner.y + offset(node.box.along, inner.height - tall), width, tall},
              lang);
    }
}

void Layout::place(Node& node, const RectMm& area, std::string_view inherited) {
    node.bounds = area;
    const std::string lang(langOf(node, inherited));
    const RectMm inner = area.inside(node.box.padding);
    switch (node.box.axis) {
    case Axis::column:
        return placeColumn(node, inner, lang);
    case Axis::row:
        return placeRow(node, inner, lang);
    case Axis::grid:
        return placeGrid(node, inner, lang);
    case Axis::overlay:
        return placeOverlay(node, inner, lang);
    }
}

} // namespace

Fit layOut(Node& root, const RectMm& area, TextMeasure& measure) {
    Layout layout(measure);
    layout.place(root, area, root.lang);
    return layout.fit();
}

} // namespace kiosk::kit
