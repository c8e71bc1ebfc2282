// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/package.h"
#include "tests/mutation/xml_edit.h"
#include "tests/mutation/zip_writer.h"

using namespace kiosk;
using namespace kiosk::tests::mutation;

namespace {

constexpr std::string_view kXml =
    "<?xml version=\"1.0\"?>\n<a x=\"1\"><b y=\"p/q.xml\">text</b> <c/><d><e>z.dat</e></d></a>";

std::vector<std::string> cut(const std::vector<Stretch>& stretches) {
    std::vector<std::string> texts;
    for (const Stretch& stretch : stretches)
        texts.emplace_back(kXml.substr(stretch.begin, stretch.size()));
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("elements, values, texts and references of a file are found where they stand") {
    CHECK(cut(elementsIn(kXml)) ==
          Texts{"<b y=\"p/q.xml\">text</b>", "<c/>", "<e>z.dat</e>", "<d><e>z.dat</e></d>"});
    CHECK(cut(attributeValuesIn(kXml)) == Texts{"1", "p/q.xml"});
    CHECK(cut(textsIn(kXml)) == Texts{"text", "z.dat"});
    CHECK(cut(referencesIn(kXml)) == Texts{"p/q.xml", "z.dat"});
}

TEST_CASE("the plain archive writer writes what a package is read from") {
    const auto package = document::Package::open(writeZip({{"a.xml", "one"}, {"b/c", ""}})).value();
    CHECK(package.names() == Texts{"a.xml", "b/c"});
    CHECK(toText(package.entry("a.xml").value()) == "one");
    CHECK_FALSE(document::Package::open(writeZip({{"a.xml", "one"}, {"a.xml", "two"}})));
}
