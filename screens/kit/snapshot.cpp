// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/snapshot.h"

#include "screens/kit/words.h"

namespace kiosk::kit {
namespace {

std::string inQuotes(std::string_view text) {
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = text.substr(at, 3);
        if (rest == "\u2066" || rest == "\u2068" || rest == "\u2069") {
            result += rest == "\u2069" ? "›" : "‹";
            at += 2;
        } else {
            result += text[at] == '\n' ? ' ' : text[at];
        }
    }
    return result + '"';
}

bool isListed(const Node& node) {
    if (node.role == Role::part)
        return false;
    return node.role != Role::group || !node.id.empty() || !node.name.empty();
}

std::string line(const Node& node) {
    std::string text(name(node.role));
    if (!node.id.empty())
        text += format("#{}", node.id);
    if (!node.name.empty())
        text += ' ' + inQuotes(node.name);
    if (!node.value.empty())
        text += format(" value={}", node.value);
    if (!node.state.empty())
        text += format(" state={}", node.state);
    if (!node.lang.empty())
        text += format(" lang={}", node.lang);
    if (node.isPrivate)
        text += " private";
    if (node.touch)
        text +=
            format(" target={}x{}mm at=({},{})", fixed(node.bounds.width, 1),
                   fixed(node.bounds.height, 1), fixed(node.bounds.x, 1), fixed(node.bounds.y, 1));
    if (!node.say.empty() && node.say != node.name)
        text += " say=" + inQuotes(node.say);
    return text;
}

void write(const Node& node, int depth, std::string& out) {
    const bool listed = isListed(node);
    if (listed)
        out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + line(node) + '\n';
    for (const Node& child : node.children)
        write(child, listed ? depth + 1 : depth, out);
}

} // namespace

std::string snapshot(const Node& root) {
    std::string out;
    write(root, 0, out);
    return out;
}

} // namespace kiosk::kit
