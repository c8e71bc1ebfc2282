// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/document/xml/reader.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using document::xml::Element;

namespace {

/// Every character that markup or normalisation could touch becomes a reference.
void writeEscaped(std::string& xml, std::string_view text) {
    for (const char c : text) {
        if (c == '<' || c == '&' || c == '>' || c == '"' || c == '\n' || c == '\r' || c == '\t')
            xml += "&#" + std::to_string(static_cast<int>(c)) + ";";
        else
            xml += c;
    }
}

void write(std::string& xml, const Element& element) {
    xml += "<" + element.name;
    for (const auto& [name, value] : element.attributes) {
        xml += " " + name + "=\"";
        writeEscaped(xml, value);
        xml += "\"";
    }
    xml += ">";
    writeEscaped(xml, element.text);
    for (const Element& child : element.children)
        write(xml, child);
    xml += "</" + element.name + ">";
}

bool isSame(const Element& a, const Element& b) {
    return a.name == b.name && a.text == b.text && a.attributes == b.attributes &&
           std::ranges::equal(a.children, b.children, isSame);
}

/// A declaration cannot be told apart once prefixes are gone.
bool canBeWritten(const Element& element) {
    return std::ranges::none_of(element.attributes,
                                [](const auto& each) { return each.first == "xmlns"; }) &&
           std::ranges::all_of(element.children, canBeWritten);
}

} // namespace

/// What is accepted is text throughout, and written out it reads as the same again.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto root = document::xml::parseXml(fuzz::input(data, size), "input");
    if (!root || !canBeWritten(*root))
        return 0;
    std::string xml;
    write(xml, *root);
    fuzz::expectAlways(isValidUtf8(xml));
    const auto again = document::xml::parseXml(bytesOf(xml), "again");
    fuzz::expectAlways(again && isSame(*root, *again));
    return 0;
}
