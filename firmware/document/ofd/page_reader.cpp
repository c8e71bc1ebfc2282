// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/page_reader.h"

#include <algorithm>

#include "firmware/base/text.h"

namespace kiosk::document::ofd {

namespace {

/// Larger than any sheet; a page beyond it could not be drawn at any useful density.
constexpr double kLongestSide = 5000;

bool isUsablePage(const BoxMm& box) {
    return box.width > 0 && box.height > 0 && box.width <= kLongestSide &&
           box.height <= kLongestSide;
}

/// The boxes an area gives; what it leaves open is as in `otherwise`.
PageBoxes boxesOf(const Element* area, PageBoxes boxes) {
    if (area == nullptr)
        return boxes;
    const auto take = [area](std::string_view name, auto& box) {
        if (const auto read = parseBox(area->childText(name)); read && isUsablePage(*read))
            box = *read;
    };
    take("PhysicalBox", boxes.physical);
    take("ApplicationBox", boxes.application);
    take("ContentBox", boxes.content);
    take("BleedBox", boxes.bleed);
    take("CropBox", boxes.crop);
    return boxes;
}

Layer::Type layerType(const Element& element) {
    const std::string type = textOf(element, "Type");
    if (type == "Background")
        return Layer::Type::background;
    return type == "Foreground" ? Layer::Type::foreground : Layer::Type::body;
}

Annotation parseAnnotation(const Element& element, ObjectReader& objects) {
    Annotation annotation;
    annotation.visible = flagOr(element, "Visible", true);
    annotation.printed = flagOr(element, "Print", true);
    if (const Element* appearance = element.child("Appearance")) {
        annotation.boundary = parseBox(textOf(*appearance, "Boundary")).value_or(BoxMm{});
        annotation.objects = objects.read(*appearance);
    }
    return annotation;
}

} // namespace

void PageReader::readCommon(const std::string& documentFile, const Element& commonData) {
    constexpr BoxMm kWhereNoneIsStated{0, 0, 210, 297};
    defaultBoxes_ = boxesOf(commonData.child("PageArea"), {.physical = kWhereNoneIsStated});
    for (const Element& element : commonData.children) {
        if (element.name == "TemplatePage")
            templates_[idOf(element, "ID")] = {documentFile, textOf(element, "BaseLoc"),
                                               textOf(element, "ZOrder")};
    }
}

TemplateUse PageReader::templateUse(const Element& element) const {
    TemplateUse use{idOf(element, "TemplateID"), TemplateUse::Order::background};
    std::string order = textOf(element, "ZOrder");
    if (const auto place = templates_.find(use.id); order.empty() && place != templates_.end())
        order = place->second.order;
    if (order == "Foreground")
        use.order = TemplateUse::Order::foreground;
    return use;
}

Result<std::vector<Layer>> PageReader::readLayers(const std::string& file, const Element& page) {
    std::vector<Layer> layers;
    TRY(resources_.load(file, page, {"PageRes"}));
    const Element* content = page.child("Content");
    if (content == nullptr)
        return layers;
    for (const Element& element : content->children) {
        if (element.name == "Layer")
            layers.push_back(
                {layerType(element),
                 objects_.read(element, objects_.drawParam(idOf(element, "DrawParam")))});
    }
    std::ranges::stable_sort(layers, {}, &Layer::type);
    return layers;
}

Result<std::vector<Layer>> PageReader::readTemplate(const TemplatePlace& place) {
    const std::string file = TRY(files_.find(place.from, place.reference));
    return readLayers(file, TRY(files_.xml(file)));
}

Result<> PageReader::useTemplate(Id id) {
    const auto place = templates_.find(id);
    if (place == templates_.end())
        model_.findings.push_back("page.missing-template: " + std::to_string(id));
    else if (!model_.resources.templates.contains(id))
        model_.resources.templates[id] = TRY(readTemplate(place->second));
    return {};
}

void PageReader::readIdleTemplates() {
    for (const auto& [id, place] : templates_) {
        if (model_.resources.templates.contains(id))
            continue;
        if (auto layers = readTemplate(place))
            model_.resources.idleTemplates[id] = std::move(*layers);
        else
            model_.findings.push_back("page.damaged-template: " + place.reference);
    }
}

Result<> PageReader::readPage(const std::string& documentFile, const Element& entry) {
    const std::string file = TRY(files_.find(documentFile, textOf(entry, "BaseLoc")));
    const Element content = TRY(files_.xml(file));
    Page page;
    page.id = textOf(entry, "ID");
    page.boxes = boxesOf(content.child("Area"), defaultBoxes_);
    page.layers = TRY(readLayers(file, content));
    for (const Element& element : content.children) {
        if (element.name != "Template")
            continue;
        page.templates.push_back(templateUse(element));
        TRY(useTemplate(page.templates.back().id));
    }
    model_.pages.push_back(std::move(page));
    return {};
}

Result<> PageReader::readAnnotations(const std::string& documentFile, std::string_view reference) {
    const auto list = files_.find(documentFile, reference);
    if (!list) {
        model_.findings.push_back("annotation.missing-file: " + std::string(reference));
        return {};
    }
    const Element annotations = TRY(files_.xml(*list));
    for (const Element& element : annotations.children) {
        const auto page = std::ranges::find(model_.pages, textOf(element, "PageID"), &Page::id);
        const auto file = files_.find(*list, element.childText("FileLoc"));
        if (page != model_.pages.end() && file)
            TRY(readPageAnnotations(*file, *page));
        else
            model_.findings.push_back("annotation.missing-file: " +
                                      std::string(element.childText("FileLoc")));
    }
    return {};
}

Result<> PageReader::readPageAnnotations(const std::string& file, Page& page) {
    const Element list = TRY(files_.xml(file));
    for (const Element& element : list.children) {
        if (element.name == "Annot")
            page.annotations.push_back(parseAnnotation(element, objects_));
    }
    return {};
}

} // namespace kiosk::document::ofd
