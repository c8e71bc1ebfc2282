// SPDX-License-Identifier: Apache-2.0
#include "tests/mutation/xml_edit.h"

#include <algorithm>

#include "firmware/base/text.h"

namespace kiosk::tests::mutation {

namespace {

/// The tags of a file, declaration left out; quotes hold no '>' in what the sandbox writes.
std::vector<Stretch> tagsIn(std::string_view xml) {
    std::vector<Stretch> tags;
    for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
        const std::size_t end = xml.find('>', at);
        if (end == std::string_view::npos)
            break;
        if (xml[at + 1] != '?')
            tags.push_back({at, end + 1});
    }
    return tags;
}

std::string_view cut(std::string_view xml, const Stretch& stretch) {
    return xml.substr(stretch.begin, stretch.size());
}

} // namespace

std::vector<Stretch> elementsIn(std::string_view xml) {
    std::vector<Stretch> elements;
    std::vector<std::size_t> open;
    for (const Stretch& tag : tagsIn(xml)) {
        const std::string_view text = cut(xml, tag);
        if (text.starts_with("</")) {
            if (open.size() > 1)
                elements.push_back({open.back(), tag.end});
            if (!open.empty())
                open.pop_back();
        } else if (text.ends_with("/>")) {
            elements.push_back(tag);
        } else {
            open.push_back(tag.begin);
        }
    }
    return elements;
}

std::vector<Stretch> attributeValuesIn(std::string_view xml) {
    std::vector<Stretch> values;
    for (const Stretch& tag : tagsIn(xml)) {
        std::size_t at = xml.find('"', tag.begin);
        while (at < tag.end) {
            const std::size_t end = xml.find('"', at + 1);
            if (end == std::string_view::npos)
                return values;
            values.push_back({at + 1, end});
            at = xml.find('"', end + 1);
        }
    }
    return values;
}

std::vector<Stretch> textsIn(std::string_view xml) {
    std::vector<Stretch> texts;
    std::size_t begin = 0;
    for (const Stretch& tag : tagsIn(xml)) {
        if (begin != 0 && !trimmed(xml.substr(begin, tag.begin - begin)).empty())
            texts.push_back({begin, tag.begin});
        begin = tag.end;
    }
    return texts;
}

std::vector<Stretch> referencesIn(std::string_view xml) {
    std::vector<Stretch> references = attributeValuesIn(xml);
    std::ranges::copy(textsIn(xml), std::back_inserter(references));
    std::erase_if(references, [&](const Stretch& stretch) {
        const std::string_view text = cut(xml, stretch);
        return text.starts_with("http") ||
               !(text.ends_with(".xml") || text.ends_with(".png") || text.ends_with(".dat") ||
                 text.ends_with(".esl") || text.ends_with(".txt"));
    });
    return references;
}

} // namespace kiosk::tests::mutation
