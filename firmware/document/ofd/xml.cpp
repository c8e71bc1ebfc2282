// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/xml.h"

#include <algorithm>
#include <memory>

#include <expat.h>

#include "firmware/base/text.h"

namespace kiosk::document::ofd {

namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostBytes = 16U << 20;
constexpr std::size_t kMostElements = 400'000;

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, FreeParser>;

std::string_view localName(std::string_view qualified) {
    const auto colon = qualified.find(':');
    return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

/// The elements that are open while the parser runs; the first one collects the root.
struct Building {
    XML_Parser parser;
    std::vector<Element> open{1};
    std::size_t elements = 0;
    bool overLimit = false;
};

void refuse(Building& building) {
    building.overLimit = true;
    XML_StopParser(building.parser, XML_FALSE);
}

void onStart(void* user, const char* name, const char** attributes) {
    auto& building = *static_cast<Building*>(user);
    if (building.open.size() > kDeepest || ++building.elements > kMostElements)
        return refuse(building);
    Element element;
    element.name = localName(name);
    for (; attributes[0] != nullptr; attributes += 2)
        element.attributes.emplace_back(localName(attributes[0]), attributes[1]);
    building.open.push_back(std::move(element));
}

void onEnd(void* user, const char*) {
    auto& building = *static_cast<Building*>(user);
    Element finished = std::move(building.open.back());
    building.open.pop_back();
    building.open.back().children.push_back(std::move(finished));
}

void onText(void* user, const char* text, int length) {
    auto& building = *static_cast<Building*>(user);
    building.open.back().text.append(text, static_cast<std::size_t>(length));
}

void onDoctype(void* user, const char*, const char*, const char*, int) {
    XML_StopParser(static_cast<Building*>(user)->parser, XML_FALSE);
}

std::string place(XML_Parser parser, std::string_view file) {
    std::string text(file);
    return text.append(" line ").append(std::to_string(XML_GetCurrentLineNumber(parser)));
}

} // namespace

std::optional<std::string_view> Element::attribute(std::string_view wanted) const {
    const auto found =
        std::ranges::find(attributes, wanted, &decltype(attributes)::value_type::first);
    return found == attributes.end() ? std::nullopt
                                     : std::optional<std::string_view>(found->second);
}

const Element* Element::child(std::string_view wanted) const {
    const auto found = std::ranges::find(children, wanted, &Element::name);
    return found == children.end() ? nullptr : &*found;
}

std::string_view Element::childText(std::string_view wanted) const {
    const Element* found = child(wanted);
    return found == nullptr ? std::string_view{} : trimmed(found->text);
}

Result<Element> parseXml(ByteView xml, std::string_view file) {
    if (xml.size() > kMostBytes)
        return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, file);
    const Parser parser(XML_ParserCreate(nullptr));
    Building building{parser.get()};
    XML_SetUserData(parser.get(), &building);
    XML_SetElementHandler(parser.get(), onStart, onEnd);
    XML_SetCharacterDataHandler(parser.get(), onText);
    XML_SetStartDoctypeDeclHandler(parser.get(), onDoctype);
    const std::string text = toText(xml);
    if (XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) ==
        XML_STATUS_OK)
        return std::move(building.open.front().children.front());
    const std::string where = place(parser.get(), file);
    if (building.overLimit)
        return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, where);
    return fail(ErrorKind::malformed, "document.malformed-xml", Remedy::supplier, where);
}

} // namespace kiosk::document::ofd
