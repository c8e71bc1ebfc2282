// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/cover_texts.h"

#include <algorithm>

#include "firmware/base/text.h"

namespace kiosk::document::ofd {

namespace {

constexpr Rgba kBarColour{.red = 0.72, .green = 0.74, .blue = 0.77};

/// As it is compared: without spaces, "x" like "X".
void append(std::u32string& text, std::u32string_view characters) {
    for (const char32_t c : characters)
        if (c != U' ' && c != U'\u3000')
            text.push_back(c == U'x' ? U'X' : c);
}

/// The texts of one list of objects as one text, and which object each character is from.
struct RunningText {
    std::u32string characters;
    std::vector<Object*> owners;
};

RunningText runningText(std::vector<Object>& objects) {
    RunningText text;
    for (Object& object : objects)
        if (const auto* content = std::get_if<TextContent>(&object.content)) {
            for (const TextCode& code : content->codes)
                append(text.characters, code.characters);
            text.owners.resize(text.characters.size(), &object);
        }
    return text;
}

PathContent rectangle(double width, double height) {
    using Kind = PathStep::Kind;
    return {.stroked = false,
            .filled = true,
            .steps = {{.kind = Kind::move, .to = {0, 0}},
                      {.kind = Kind::line, .to = {width, 0}},
                      {.kind = Kind::line, .to = {width, height}},
                      {.kind = Kind::line, .to = {0, height}},
                      {.kind = Kind::close}}};
}

void cover(Object& object) {
    object.content = rectangle(object.boundary.width, object.boundary.height);
    object.ctm = {};
    object.alpha = 1;
    object.clips.clear();
    object.style = {};
    object.style.fill = Paint{.colour = kBarColour};
}

/// Found first, covered then: a text may hold several words.
std::vector<Object*> holdersOf(const RunningText& text, const std::vector<std::u32string>& words) {
    std::vector<Object*> holders;
    for (const std::u32string& word : words)
        for (std::size_t at = text.characters.find(word); at != std::u32string::npos;
             at = text.characters.find(word, at + 1))
            holders.insert(holders.end(), text.owners.begin() + static_cast<std::ptrdiff_t>(at),
                           text.owners.begin() + static_cast<std::ptrdiff_t>(at + word.size()));
    std::ranges::sort(holders);
    const auto repeated = std::ranges::unique(holders);
    holders.erase(repeated.begin(), repeated.end());
    return holders;
}

void coverIn(std::vector<Object>& objects, const std::vector<std::u32string>& words) {
    for (Object* holder : holdersOf(runningText(objects), words))
        cover(*holder);
}

void coverIn(std::vector<Layer>& layers, const std::vector<std::u32string>& words) {
    for (Layer& layer : layers)
        coverIn(layer.objects, words);
}

} // namespace

void coverTexts(Model& model, const std::vector<std::string>& words) {
    std::vector<std::u32string> wanted;
    for (const std::string& word : words) {
        std::u32string characters;
        append(characters, codePoints(word));
        if (characters.size() > 1)
            wanted.push_back(std::move(characters));
    }
    for (Page& page : model.pages) {
        coverIn(page.layers, wanted);
        for (Annotation& annotation : page.annotations)
            coverIn(annotation.objects, wanted);
    }
    for (auto& [id, layers] : model.resources.templates)
        coverIn(layers, wanted);
    for (auto& [id, composite] : model.resources.composites)
        coverIn(composite.objects, wanted);
}

} // namespace kiosk::document::ofd
