// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/resource_reader.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/document/ofd/census.h"

namespace kiosk::document::ofd {

namespace {

/// Calls `read` for each list of that name in each file of a group.
template <typename Files, typename Read>
void forEachList(const Files& files, std::string_view name, Read read) {
    for (const auto& file : files) {
        for (const Element& list : file.content.children) {
            if (list.name == name)
                read(file, list);
        }
    }
}

} // namespace

Result<> ResourceReader::load(const std::string& from, const Element& element,
                              std::initializer_list<std::string_view> names) {
    std::vector<Loaded> group;
    for (const Element& child : element.children) {
        if (std::ranges::find(names, child.name) == names.end())
            continue;
        if (const auto path = files_.find(from, trimmed(child.text)))
            group.push_back(TRY(loadFile(*path)));
        else // real files name resources that they do not have, and need none
            model_.findings.push_back("resource.missing-file: " + child.text);
    }
    forEachList(group, "ColorSpaces", [&](auto&, auto& list) { readColourSpaces(list); });
    forEachList(group, "DrawParams", [&](auto&, auto& list) { readDrawParams(list); });
    resolveDrawParams();
    forEachList(group, "Fonts", [&](auto& file, auto& list) { readFonts(file, list); });
    forEachList(group, "MultiMedias", [&](auto& file, auto& list) { readMedia(file, list); });
    forEachList(group, "CompositeGraphicUnits", [&](auto&, auto& list) { readComposites(list); });
    return {};
}

Result<ResourceReader::Loaded> ResourceReader::loadFile(const std::string& path) {
    Loaded file{{}, TRY(files_.xml(path))};
    // Producers disagree on what BaseLoc is relative to, and some leave it out of the references.
    const auto base = file.content.attribute("BaseLoc").value_or("");
    for (const std::string& from : {path, std::string()}) {
        if (const auto folder = resolvePath(from, base))
            file.places.push_back(*folder + "/");
    }
    file.places.push_back(path);
    return file;
}

void ResourceReader::readColourSpaces(const Element& list) {
    for (const Element& element : list.children) {
        const Id id = idOf(element, "ID");
        book_.colourSpaces[id] = parseColourSpace(element);
        if (id == defaultColourSpace_)
            book_.colourSpaces[0] = book_.colourSpaces[id];
        if (!textOf(element, "Profile").empty())
            model_.findings.push_back("colour.profile-ignored: " + std::to_string(id));
    }
}

void ResourceReader::readDrawParams(const Element& list) {
    for (const Element& element : list.children) {
        const Id id = idOf(element, "ID");
        drawParams_[id] = {objects_.style(element), idOf(element, "Relative")};
        unresolved_.push_back(id);
    }
}

void ResourceReader::resolveDrawParams() {
    constexpr int kLongestChain = 16; // more is a circle
    for (const Id id : unresolved_) {
        Style style = drawParams_[id].style;
        Id parent = drawParams_[id].relative;
        for (int step = 0; step < kLongestChain && drawParams_.contains(parent); ++step) {
            inherit(style, drawParams_[parent].style);
            parent = drawParams_[parent].relative;
        }
        book_.drawParams[id] = std::move(style);
    }
    unresolved_.clear();
}

void ResourceReader::readFonts(const Loaded& file, const Element& list) {
    for (const Element& element : list.children) {
        const Id id = idOf(element, "ID");
        FontResource& font = model_.resources.fonts[id];
        font.name = textOf(element, "FontName");
        font.family = textOf(element, "FamilyName");
        font.bold = flagOr(element, "Bold", false);
        font.italic = flagOr(element, "Italic", false);
        font.serif = flagOr(element, "Serif", false);
        font.fixedWidth = flagOr(element, "FixedWidth", false);
        if (const auto reference = element.childText("FontFile"); !reference.empty())
            fontFiles_[id] = {file.places, std::string(reference)};
    }
}

void ResourceReader::readMedia(const Loaded& file, const Element& list) {
    for (const Element& element : list.children)
        mediaFiles_[idOf(element, "ID")] = {file.places,
                                            std::string(element.childText("MediaFile"))};
}

void ResourceReader::readComposites(const Element& list) {
    for (const Element& element : list.children) {
        Composite composite;
        composite.width = numberOr(element, "Width", 0);
        composite.height = numberOr(element, "Height", 0);
        if (const Element* content = element.child("Content"))
            composite.objects = objects_.read(*content);
        model_.resources.composites[idOf(element, "ID")] = std::move(composite);
    }
}

std::string ResourceReader::fetch(const Wanted& wanted, std::string_view finding) {
    const auto path = files_.find(wanted.places, wanted.reference);
    if (!path) {
        model_.findings.push_back(std::string(finding) + ": " + wanted.reference);
        return {};
    }
    if (!model_.files.contains(*path))
        model_.files.emplace(*path, files_.bytes(*path));
    return *path;
}

void ResourceReader::fetchFiles() {
    const Uses uses = usesOf(model_);
    for (const Id id : uses.fonts) {
        if (const auto wanted = fontFiles_.find(id); wanted != fontFiles_.end())
            model_.resources.fonts[id].file = fetch(wanted->second, "font.missing-file");
    }
    for (const Id id : uses.media) {
        if (const auto wanted = mediaFiles_.find(id); wanted != mediaFiles_.end())
            model_.resources.media[id] = fetch(wanted->second, "image.missing-file");
    }
}

} // namespace kiosk::document::ofd
