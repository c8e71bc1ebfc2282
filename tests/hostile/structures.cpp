// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/hostile_files.h"
#include "tests/support/ofd_builder.h"

namespace kiosk::tests {

namespace {

std::string repeated(std::string_view text, int count) {
    std::string all;
    all.reserve(text.size() * static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        all.append(text);
    return all;
}

/// Packed without compression: what is tested is not the ratio.
Bytes storedOfd(const OfdParts& parts) {
    return makeZip(ofdEntries(parts), Packing::stored);
}

constexpr std::string_view kLine =
    "<ofd:PathObject ID=\"9\" Boundary=\"0 0 90 50\"><ofd:AbbreviatedData>M 1 1 L 80 40"
    "</ofd:AbbreviatedData></ofd:PathObject>";

Bytes pageOf(std::string_view box) {
    return makeOfd({.size = box, .page = kLine});
}

Bytes objects(int count) {
    const std::string page = repeated("<ofd:PathObject Boundary=\"0 0 9 9\"/>", count);
    return storedOfd({.page = page});
}

/// Lines across the whole page, each drawn for itself.
Bytes drawnObjects(int count) {
    const std::string page = repeated(kLine, count);
    return storedOfd({.page = page});
}

Bytes annotations() {
    const std::string list = "<a>" + repeated("<Annot><Appearance/></Annot>", 500'000) + "</a>";
    return storedOfd(
        {.document = "<ofd:Annotations>Annots.xml</ofd:Annotations>",
         .files = {{"Doc_0/Annots.xml", "<a><Page PageID=\"1\"><FileLoc>A.xml</FileLoc>"
                                        "</Page></a>"},
                   {"Doc_0/A.xml", list}}});
}

/// A template that asks for itself and for another that asks for it.
Bytes circularTemplates() {
    const auto using_ = [](int id) {
        return "<Page><Template TemplateID=\"" + std::to_string(id) + "\"/><Content><Layer>" +
               std::string(kLine) + "</Layer></Content></Page>";
    };
    std::string uses = repeated("<ofd:Template TemplateID=\"50\"/>", 1000);
    return makeOfd({.commonData = "<ofd:TemplatePage ID=\"50\" BaseLoc=\"T0.xml\"/>"
                                  "<ofd:TemplatePage ID=\"51\" BaseLoc=\"T1.xml\"/>",
                    .pageHead = uses,
                    .files = {{"Doc_0/T0.xml", using_(51)}, {"Doc_0/T1.xml", using_(50)}}});
}

/// Each unit holds many of the other: what grows is the number of ways.
Bytes circularComposites() {
    const auto unit = [](int id, int other) {
        return "<ofd:CompositeGraphicUnit ID=\"" + std::to_string(id) +
               "\" Width=\"90\" Height=\"50\"><ofd:Content>" +
               repeated("<ofd:CompositeObject Boundary=\"0 0 90 50\" ResourceID=\"" +
                            std::to_string(other) + "\"/>",
                        100) +
               "</ofd:Content></ofd:CompositeGraphicUnit>";
    };
    const std::string units = "<ofd:CompositeGraphicUnits>" + unit(60, 61) + unit(61, 60) +
                              "</ofd:CompositeGraphicUnits>";
    return makeOfd(
        {.page = "<ofd:CompositeObject ID=\"9\" Boundary=\"0 0 90 50\" ResourceID=\"60\"/>",
         .resources = units});
}

/// Parameters in circles, and as many pages that each bring resources of their own.
Bytes circularDrawParams() {
    std::string params = "<ofd:DrawParams>";
    for (int i = 100; i < 20'100; ++i)
        params += "<ofd:DrawParam ID=\"" + std::to_string(i) + "\" Relative=\"" +
                  std::to_string(i == 100 ? 20'099 : i - 1) + "\"/>";
    params += "</ofd:DrawParams>";
    std::map<std::string, std::string> files{
        {"Doc_0/P.xml", "<Page><PageRes>R.xml</PageRes><Content><Layer/></Content></Page>"},
        {"Doc_0/R.xml", "<Res><DrawParams><DrawParam ID=\"99\"/></DrawParams></Res>"}};
    std::string pages = "<a><CommonData><PageArea><PhysicalBox>0 0 20 20</PhysicalBox></PageArea>"
                        "<PublicRes>PublicRes.xml</PublicRes></CommonData><Pages>";
    pages += repeated("<Page ID=\"1\" BaseLoc=\"P.xml\"/>", 1000);
    files["Doc_0/Document.xml"] = pages + "</Pages></a>";
    return storedOfd({.resources = params, .files = files});
}

/// One list of a hundred thousand references, named by many signatures.
Bytes signatures() {
    const std::string references = repeated(
        "<Reference FileRef=\"/OFD.xml\"><CheckValue>AA==</CheckValue></Reference>", 150'000);
    const std::string description = "<Signature><SignedInfo><References CheckMethod=\"SM3\">" +
                                    references + "</References></SignedInfo></Signature>";
    const std::string list =
        "<a>" + repeated("<Signature ID=\"1\" BaseLoc=\"S.xml\"/>", 32) + "</a>";
    return storedOfd({.files = {{"OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot>"
                                            "<Signatures>L.xml</Signatures></DocBody></OFD>"},
                                {"L.xml", list},
                                {"S.xml", description}}});
}

} // namespace

std::vector<HostileFile> hostileStructures() {
    return {
        {"a page of a million kilometres", [] { return pageOf("0 0 1e9 1e9"); }, "drawn"},
        {"a page as large as one may be", [] { return pageOf("0 0 5000 5000"); },
         "document.too-large"},
        {"a page just small enough to draw", [] { return pageOf("0 0 800 800"); }, "drawn"},
        {"a million objects", [] { return objects(1'000'000); }, "document.too-large"},
        {"as many objects as one may have", [] { return objects(99'000); }, "drawn"},
        {"forty thousand lines", [] { return drawnObjects(40'000); }, "drawn"},
        {"a million annotations", annotations, "document.too-large"},
        {"templates in a circle", circularTemplates, "drawn"},
        {"composites in a circle, each a hundred times", circularComposites,
         "document.too-complex"},
        {"drawing parameters in a circle, on a thousand pages", circularDrawParams, "drawn"},
        {"millions of references in signatures", signatures, "drawn"},
    };
}

} // namespace kiosk::tests
