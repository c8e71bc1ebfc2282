// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/glass/start_page.h"

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "screens/kit/words.h"

namespace kiosk::speed {

namespace {

using kit::Node;

class Page {
public:
    Page(const kit::Board& board, std::filesystem::path icons)
        : board_(board), icons_(std::move(icons)) {}

    std::string of(const Node& root) {
        write(root, root.look.theme);
        return kit::format(
            "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><style>"
            "body{margin:0;overflow:hidden;font-family:'Noto Sans','Noto Sans CJK SC'}"
            "div{pointer-events:none;position:absolute;box-sizing:border-box;white-space:pre-line}"
            ".t{pointer-events:auto}.t:active{outline:5px solid "
            "#000}svg{width:100%;height:100%}</style>{}</html>",
            root.lang, body_);
    }

private:
    std::string px(double mm) const { return kit::fixed(board_.px(mm), 1) + "px"; }
    void write(const Node& node, const kit::Theme* theme);
    std::string styleOf(const Node& node, const kit::Theme& theme) const;
    std::string wordsOf(const Node& node, const kit::Theme& theme) const;
    std::string drawingOf(const Node& node, const kit::Theme& theme) const;
    std::string boxed(const Node& node, const std::string& style, const std::string& inside) const;

    const kit::Board& board_;
    std::filesystem::path icons_;
    std::string body_;
};

std::string place(std::string_view left, std::string_view top, std::string_view width,
                  std::string_view height) {
    return kit::format("left:{};top:{};width:{};height:{};", left, top, width, height);
}

std::string Page::styleOf(const Node& node, const kit::Theme& theme) const {
    std::string style =
        place(px(node.bounds.x), px(node.bounds.y), px(node.bounds.width), px(node.bounds.height));
    if (node.look.fill)
        style += kit::format("background:{};", hex(theme[*node.look.fill]));
    if (node.look.border)
        style += kit::format("border:{} solid {};", px(node.look.borderWidth),
                             hex(theme[*node.look.border]));
    if (node.look.radius > 0)
        style += kit::format("border-radius:{};", px(node.look.radius));
    return style;
}

std::string Page::boxed(const Node& node, const std::string& style,
                        const std::string& inside) const {
    const auto inner = node.bounds.inside(node.box.padding);
    return kit::format("<div style=\"{}{}\">{}</div>",
                       place(px(inner.x), px(inner.y), px(inner.width), px(inner.height)), style,
                       inside);
}

std::string Page::wordsOf(const Node& node, const kit::Theme& theme) const {
    if (!node.look.text)
        return {};
    const kit::TextStyle& text = *node.look.text;
    constexpr std::string_view kAligns[] = {"start", "center", "end"};
    return boxed(node,
                 kit::format("color:{};font-size:{};font-weight:{};text-align:{};",
                             hex(theme[text.ink]), px(text.em),
                             text.weight == kit::Weight::bold ? "700" : "400",
                             kAligns[static_cast<std::size_t>(text.align)]),
                 node.name);
}

/// Drawings are coloured by classes; a browser is given the colours in a sheet of their own.
std::string Page::drawingOf(const Node& node, const kit::Theme& theme) const {
    if (node.look.drawing.empty())
        return {};
    std::string drawing = toText(readFile(icons_ / (node.look.drawing + ".svg")).value_or(Bytes{}));
    const auto replaceAll = [&drawing](const std::string& what, const std::string& with) {
        for (auto at = drawing.find(what); at != std::string::npos; at = drawing.find(what, at))
            drawing.replace(at, what.size(), with);
    };
    const auto colour = [&](const std::string& role, kit::Colour value) {
        replaceAll("class=\"f-" + role + "\"", "style=\"fill:" + hex(value) + "\"");
        replaceAll("class=\"s-" + role + "\"", "style=\"stroke:" + hex(value) + "\"");
    };
    colour("tint", theme[node.look.tint]);
    for (std::size_t role = 0; role < kit::kColourRoles; ++role)
        colour(std::string(name(kit::ColourRole(role))), theme.colours[role]);
    return boxed(node, "", drawing);
}

void Page::write(const Node& node, const kit::Theme* theme) {
    if (node.look.theme != nullptr)
        theme = node.look.theme;
    body_ += kit::format("<div class=\"{}\" style=\"{}\"></div>", node.touch ? "t" : "b",
                         styleOf(node, *theme));
    body_ += drawingOf(node, *theme) + wordsOf(node, *theme);
    for (const Node& child : node.children)
        write(child, theme);
}

} // namespace

std::string htmlOf(const Node& root, const kit::Board& board, const std::filesystem::path& icons) {
    return Page(board, icons).of(root);
}

} // namespace kiosk::speed
