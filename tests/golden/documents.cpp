// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/documents.h"

#include <iterator>

#include "firmware/document/raster.h"
#include "tests/support/ofd_builder.h"

namespace kiosk::tests::golden {

std::vector<GoldenDocument> documents() {
    std::vector<GoldenDocument> all;
    for (auto part :
         {pathDocuments, colourDocuments, textDocuments, pictureDocuments, structureDocuments}) {
        auto some = part();
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    return all;
}

document::Picture draw(const GoldenDocument& document) {
    const Bytes file = makeOfd({.page = document.page,
                                .resources = document.resources,
                                .commonData = document.commonData,
                                .document = document.document,
                                .pageHead = document.pageHead,
                                .files = document.files});
    const auto opened = document::Document::open(document::Package::open(file).value()).value();
    return document::drawToPicture(opened, 0, {80}, document.stamps).value();
}

std::string box(std::string_view boundary, std::string_view colour) {
    std::string xml = "<ofd:PathObject Fill='true' Stroke='false' Boundary='";
    xml.append(boundary).append("'><ofd:FillColor Value='").append(colour);
    return xml.append("'/><ofd:AbbreviatedData>M 0 0 L 999 0 L 999 999 L 0 999 C"
                      "</ofd:AbbreviatedData></ofd:PathObject>");
}

std::string path(std::string_view attributes, std::string_view inside, std::string_view data) {
    std::string xml = "<ofd:PathObject Boundary='0 0 100 60' ";
    xml.append(attributes).append(">").append(inside).append("<ofd:AbbreviatedData>");
    return xml.append(data).append("</ofd:AbbreviatedData></ofd:PathObject>");
}

} // namespace kiosk::tests::golden
