// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/tag_reader.h"

#include "firmware/base/text.h"
#include "firmware/document/ofd/census.h"
#include "firmware/document/ofd/values.h"

namespace kiosk::document::ofd {

namespace {

/// Tags may be grouped: an element that names objects is a tag, any other holds more of them.
void collect(const Element& element, std::vector<Tag>& tags) {
    Tag tag{.name = element.name, .objects = {}};
    for (const Element& child : element.children) {
        if (child.name == "ObjectRef")
            tag.objects.push_back(parseId(trimmed(child.text)));
        else
            collect(child, tags);
    }
    if (!tag.objects.empty())
        tags.push_back(std::move(tag));
}

Result<Element> read(PackageFiles& files, const std::string& from, std::string_view reference,
                     std::string& path) {
    path = TRY(files.find(from, reference));
    return files.xml(path);
}

std::map<Id, std::string> textsById(const Model& model) {
    std::map<Id, std::string> texts;
    visitAll(model, [&texts](const Object& object) {
        if (const auto* content = std::get_if<TextContent>(&object.content))
            for (const TextCode& code : content->codes)
                texts[object.id] += toUtf8(code.characters);
    });
    return texts;
}

} // namespace

std::vector<Tag> readTags(PackageFiles& files, const std::string& documentFile,
                          std::string_view reference, std::vector<std::string>& findings) {
    std::vector<Tag> tags;
    std::string listPath;
    const auto list = read(files, documentFile, reference, listPath);
    if (!list) {
        findings.push_back("tags.damaged: " + std::string(reference));
        return tags;
    }
    for (const Element& entry : list->children) {
        std::string path;
        if (const auto content = read(files, listPath, entry.childText("FileLoc"), path))
            collect(*content, tags);
        else
            findings.push_back("tags.damaged: " + std::string(entry.childText("FileLoc")));
    }
    return tags;
}

std::multimap<std::string, std::string> taggedTexts(const Model& model,
                                                    const std::vector<Tag>& tags) {
    std::multimap<std::string, std::string> tagged;
    if (tags.empty())
        return tagged;
    const auto texts = textsById(model);
    for (const Tag& tag : tags) {
        std::string text;
        for (const Id id : tag.objects)
            if (const auto found = texts.find(id); found != texts.end())
                text += found->second;
        tagged.emplace(tag.name, std::move(text));
    }
    return tagged;
}

} // namespace kiosk::document::ofd
