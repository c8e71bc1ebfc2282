// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/custom_tags.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/document/ofd/census.h"
#include "firmware/document/ofd/values.h"

namespace kiosk::document::ofd {

namespace {

constexpr std::size_t kMostReferences = 10'000;
constexpr std::size_t kDeepest = 64;

/// What stands between '<' and '>', and the text up to the next '<'.
struct Tag {
    std::string_view inside;
    std::string_view text;

    bool closes() const { return inside.starts_with('/'); }
    bool isEmpty() const { return inside.ends_with('/'); }
    bool isMarkup() const { return !inside.starts_with('?') && !inside.starts_with('!'); }
    std::string_view localName() const {
        std::string_view name = inside.substr(closes() ? 1 : 0);
        name = name.substr(0, name.find_first_of(" \t\r\n/"));
        const auto colon = name.rfind(':');
        return colon == std::string_view::npos ? name : name.substr(colon + 1);
    }
};

std::optional<Tag> nextTag(std::string_view& rest) {
    const auto begin = rest.find('<');
    const auto end = rest.find('>', begin);
    if (begin == std::string_view::npos || end == std::string_view::npos)
        return std::nullopt;
    Tag tag{rest.substr(begin + 1, end - begin - 1), {}};
    rest.remove_prefix(end + 1);
    tag.text = rest.substr(0, rest.find('<'));
    return tag;
}

/// Keeps track of the open elements; a closing tag ends everything inside its element, so that one
/// that was never closed does no harm.
class OpenElements {
public:
    void follow(const Tag& tag) {
        if (tag.closes())
            close(tag.localName());
        else if (!tag.isEmpty() && open_.size() < kDeepest)
            open_.push_back({tag.localName(), ++opened_});
    }
    struct Open {
        std::string_view name;
        std::size_t number = 0;
    };
    /// The innermost element around what was opened last.
    Open around() const { return open_.size() < 2 ? Open{} : open_[open_.size() - 2]; }

private:
    void close(std::string_view name) {
        const auto found = std::ranges::find(open_.rbegin(), open_.rend(), name, &Open::name);
        if (found != open_.rend())
            open_.erase(found.base() - 1, open_.end());
    }

    std::vector<Open> open_;
    std::size_t opened_ = 0;
};

} // namespace

std::vector<TagReference> tagReferences(std::string_view file) {
    std::vector<TagReference> references;
    OpenElements open;
    while (references.size() < kMostReferences) {
        const auto tag = nextTag(file);
        if (!tag)
            break;
        if (!tag->isMarkup())
            continue;
        open.follow(*tag);
        if (!tag->closes() && !tag->isEmpty() && tag->localName() == "ObjectRef")
            references.push_back(
                {std::string(open.around().name), parseId(tag->text), open.around().number});
    }
    return references;
}

void readCustomTags(PackageFiles& files, const std::string& documentFile,
                    std::string_view reference, Model& model) {
    const auto list = files.find(documentFile, reference);
    const auto content = list ? files.xml(*list) : std::unexpected(list.error());
    if (!content)
        return model.findings.push_back("tag.damaged-list: " + std::string(reference));
    const auto texts = textsById(model);
    for (const Element& element : content->children) {
        const auto file = files.find(*list, element.childText("FileLoc"));
        if (!file) {
            model.findings.push_back("tag.missing-file: " +
                                     std::string(element.childText("FileLoc")));
            continue;
        }
        std::size_t around = 0; // several objects of one element are one text in pieces
        for (const TagReference& each : tagReferences(toText(files.bytes(*file)))) {
            const auto text = texts.find(each.object);
            if (each.name.empty() || text == texts.end())
                continue;
            auto& named = model.customTags[each.name];
            if (named.empty() || each.element != around)
                named.emplace_back();
            named.back() += text->second;
            around = each.element;
        }
    }
}

} // namespace kiosk::document::ofd
