// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/documents.h"

namespace kiosk::tests::golden {

namespace {

std::string page(std::string_view content) {
    std::string xml = "<ofd:Page xmlns:ofd='x'><ofd:Content>";
    return xml.append(content).append("</ofd:Content></ofd:Page>");
}

std::string layer(std::string_view type, std::string_view content) {
    std::string xml = "<ofd:Layer Type='";
    return xml.append(type).append("'>").append(content).append("</ofd:Layer>");
}

/// Templates behind and in front, three layers out of order, an annotation on top of all.
GoldenDocument order() {
    GoldenDocument document{.name = "structure-order"};
    document.commonData =
        "<ofd:TemplatePage ID='50' BaseLoc='Behind.xml'/><ofd:TemplatePage ID='51' "
        "ZOrder='Foreground' BaseLoc='Before.xml'/>";
    document.document = "<ofd:Annotations>Annots.xml</ofd:Annotations>";
    document.files = {
        {"Doc_0/Pages/Page_0/Content.xml",
         "<ofd:Page xmlns:ofd='x'><ofd:Template TemplateID='51'/><ofd:Template TemplateID='50'/>"
         "<ofd:Content>" +
             layer("Foreground", box("45 5 20 50", "60 160 60")) +
             layer("Body", box("30 10 20 40", "60 60 200")) +
             layer("Background", box("15 5 20 50", "230 200 60")) + "</ofd:Content></ofd:Page>"},
        {"Doc_0/Behind.xml", page(layer("Body", box("2 20 96 10", "200 200 200")))},
        {"Doc_0/Before.xml", page(layer("Body", box("2 35 96 5", "40 40 40")))},
        {"Doc_0/Annots.xml",
         "<Annotations><Page PageID='1'><FileLoc>A.xml</FileLoc></Page></Annotations>"},
        {"Doc_0/A.xml", "<PageAnnot xmlns:ofd='x'><Annot><Appearance Boundary='70 30 25 20'>" +
                            box("0 0 25 15", "220 30 30") + "</Appearance></Annot></PageAnnot>"}};
    return document;
}

/// What objects leave open comes from draw parameters, their parents and the layer.
GoldenDocument inheritance() {
    const auto square = [](int x, std::string_view attributes) {
        std::string xml = "<ofd:PathObject Fill='true' Boundary='" + std::to_string(x);
        xml.append(" 8 20 44' ")
            .append(attributes)
            .append("><ofd:AbbreviatedData>M 2 2 L 18 2 L 18 "
                    "42 L 2 42 C</ofd:AbbreviatedData>");
        return xml.append("</ofd:PathObject>");
    };
    return {.name = "structure-inheritance",
            .page = square(2, "DrawParam='7'") + square(27, "DrawParam='8'") +
                    square(52, "DrawParam='8' LineWidth='0.5'") + square(77, "DrawParam='99'"),
            .resources = "<ofd:DrawParams><ofd:DrawParam ID='7' LineWidth='3' Join='Round'>"
                         "<ofd:FillColor Value='240 180 60'/><ofd:StrokeColor Value='120 60 0'/>"
                         "</ofd:DrawParam><ofd:DrawParam ID='8' Relative='7' DashPattern='4 2'>"
                         "<ofd:FillColor Value='120 200 240'/></ofd:DrawParam></ofd:DrawParams>"};
}

/// Units in units, through matrices, boundaries and alpha.
GoldenDocument composites() {
    const std::string inner = box("0 0 6 6", "220 40 40") + box("3 3 6 6", "40 40 220");
    return {
        .name = "structure-composites",
        .page = "<ofd:CompositeObject Boundary='5 5 40 50' CTM='3 0 0 3 0 0' ResourceID='20'/>"
                "<ofd:CompositeObject Boundary='50 5 20 50' CTM='3 0 0 3 0 0' ResourceID='20' "
                "Alpha='100'/><ofd:CompositeObject Boundary='74 5 24 50' CTM='0.8 0.6 -0.6 0.8 10 "
                "5' ResourceID='21'/>",
        .resources = "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID='20'><ofd:Content>" +
                     inner +
                     "</ofd:Content></ofd:CompositeGraphicUnit><ofd:CompositeGraphicUnit "
                     "ID='21'><ofd:Content><ofd:CompositeObject Boundary='0 0 20 30' CTM='2 0 0 2 "
                     "0 0' ResourceID='20'/></ofd:Content></ofd:CompositeGraphicUnit>"
                     "</ofd:CompositeGraphicUnits>"};
}

} // namespace

std::vector<GoldenDocument> structureDocuments() {
    return {order(), inheritance(), composites()};
}

} // namespace kiosk::tests::golden
