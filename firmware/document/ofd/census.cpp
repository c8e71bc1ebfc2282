// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/census.h"

#include "firmware/base/text.h"

namespace kiosk::document::ofd {

namespace {

using Visit = std::function<void(const Object&)>;

void visitPaint(const std::optional<Paint>& paint, const Visit& visit);

void visitObjects(const std::vector<Object>& objects, const Visit& visit) {
    for (const Object& object : objects) {
        visit(object);
        visitPaint(object.style.fill, visit);
        visitPaint(object.style.stroke, visit);
    }
}

void visitPaint(const std::optional<Paint>& paint, const Visit& visit) {
    if (paint && paint->pattern)
        visitObjects(paint->pattern->cell, visit);
}

void visitLayers(const std::vector<Layer>& layers, const Visit& visit) {
    for (const Layer& layer : layers)
        visitObjects(layer.objects, visit);
}

/// Adds one to the count of the content's kind.
struct Counter {
    ObjectCounts& counts;

    void operator()(const TextContent&) const { ++counts.text; }
    void operator()(const PathContent&) const { ++counts.path; }
    void operator()(const ImageContent&) const { ++counts.image; }
    void operator()(const CompositeContent&) const { ++counts.composite; }
};

void noteClips(Uses& uses, const Object& object) {
    for (const Clip& clip : object.clips) {
        for (const ClipArea& area : clip.areas) {
            for (const Object& shape : area.shapes) {
                if (const auto* text = std::get_if<TextContent>(&shape.content))
                    uses.fonts.insert(text->font);
            }
        }
    }
}

void note(Uses& uses, const Object& object) {
    if (const auto* text = std::get_if<TextContent>(&object.content))
        uses.fonts.insert(text->font);
    if (const auto* image = std::get_if<ImageContent>(&object.content))
        uses.media.insert({image->image, image->mask, image->substitution});
    noteClips(uses, object);
}

} // namespace

void visitAll(const Model& model, const Visit& visit) {
    for (const Page& page : model.pages) {
        visitLayers(page.layers, visit);
        for (const Annotation& annotation : page.annotations)
            visitObjects(annotation.objects, visit);
    }
    for (const auto& [id, layers] : model.resources.templates)
        visitLayers(layers, visit);
    for (const auto& [id, composite] : model.resources.composites)
        visitObjects(composite.objects, visit);
}

Uses usesOf(const Model& model) {
    Uses uses;
    visitAll(model, [&uses](const Object& object) { note(uses, object); });
    return uses;
}

ObjectCounts countsOf(const Model& model) {
    ObjectCounts counts;
    const Visit count = [&counts](const Object& object) {
        std::visit(Counter{counts}, object.content);
    };
    visitAll(model, count);
    for (const auto& [id, layers] : model.resources.idleTemplates)
        visitLayers(layers, count);
    return counts;
}

std::string textOf(const TextContent& content) {
    std::string text;
    for (const TextCode& code : content.codes)
        text += toUtf8(code.characters);
    return text;
}

std::map<Id, std::string> textsById(const Model& model) {
    std::map<Id, std::string> texts;
    visitAll(model, [&texts](const Object& object) {
        if (const auto* content = std::get_if<TextContent>(&object.content))
            texts.emplace(object.id, textOf(*content));
    });
    return texts;
}

std::string textOf(const Model& model, const Page& page) {
    std::string text;
    const auto addText = [&text](const Object& object) {
        if (const auto* content = std::get_if<TextContent>(&object.content))
            text += textOf(*content) + '\n';
    };
    for (const TemplateUse& use : page.templates) {
        if (const auto found = model.resources.templates.find(use.id);
            found != model.resources.templates.end())
            visitLayers(found->second, addText);
    }
    visitLayers(page.layers, addText);
    for (const Annotation& annotation : page.annotations)
        visitObjects(annotation.objects, addText);
    return text;
}

} // namespace kiosk::document::ofd
