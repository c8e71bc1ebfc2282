// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/loose_package.h"
#include "tests/fuzz/seeds.h"
#include "tests/support/camera_pictures.h"
#include "tests/support/ofd_builder.h"
#include "tests/support/picture_files.h"
#include "tests/support/raw_zip.h"
#include "tests/support/tiny_font.h"

namespace kiosk::fuzz {

namespace {

using tests::OfdParts;

constexpr std::string_view kText =
    "<ofd:TextObject ID=\"9\" Boundary=\"5 5 60 10\" Font=\"3\" Size=\"6\">"
    "<ofd:TextCode X=\"0\" Y=\"6\" DeltaX=\"g 3 6\">营业执照</ofd:TextCode></ofd:TextObject>";

constexpr std::string_view kPath =
    "<ofd:PathObject ID=\"8\" Boundary=\"0 0 90 50\" Fill=\"true\" DashPattern=\"2 1\" "
    "LineWidth=\"0.5\" Join=\"Round\" Cap=\"Square\"><ofd:FillColor><ofd:AxialShd "
    "MapType=\"Reflect\" MapUnit=\"9\" StartPoint=\"0 0\" EndPoint=\"50 0\"><ofd:Segment "
    "Position=\"0\"><ofd:Color Value=\"255 0 0\"/></ofd:Segment><ofd:Segment Position=\"1\">"
    "<ofd:Color Value=\"0 #FF 0\" Alpha=\"90\"/></ofd:Segment></ofd:AxialShd></ofd:FillColor>"
    "<ofd:Clips><ofd:Clip><ofd:Area CTM=\"1 0 0 1 2 2\"><ofd:Path Boundary=\"0 0 40 40\">"
    "<ofd:AbbreviatedData>M 0 0 L 40 0 L 40 40 C</ofd:AbbreviatedData></ofd:Path></ofd:Area>"
    "</ofd:Clip></ofd:Clips><ofd:AbbreviatedData>M 1 1 L 9 9 B 1 2 3 4 5 6 Q 7 8 9 9 "
    "A 5 5 0 1 0 20 20 C</ofd:AbbreviatedData></ofd:PathObject>";

constexpr std::string_view kPattern =
    "<ofd:PathObject ID=\"7\" Boundary=\"0 0 90 50\" Fill=\"true\"><ofd:FillColor><ofd:Pattern "
    "Width=\"5\" Height=\"5\" XStep=\"6\" YStep=\"6\"><ofd:CellContent><ofd:PathObject "
    "Boundary=\"0 0 5 5\"><ofd:AbbreviatedData>M 0 0 L 5 5</ofd:AbbreviatedData></ofd:PathObject>"
    "</ofd:CellContent></ofd:Pattern></ofd:FillColor><ofd:AbbreviatedData>M 0 0 L 90 0 L 90 50 C"
    "</ofd:AbbreviatedData></ofd:PathObject>";

constexpr std::string_view kPicture =
    "<ofd:ImageObject ID=\"6\" Boundary=\"0 0 9 9\" CTM=\"9 0 0 9 0 0\" ResourceID=\"4\" "
    "ImageMask=\"4\" Alpha=\"120\"/><ofd:CompositeObject ID=\"5\" Boundary=\"0 0 9 9\" "
    "ResourceID=\"60\" Alpha=\"90\"/>";

constexpr std::string_view kPictureResources =
    "<ofd:MultiMedias><ofd:MultiMedia ID=\"4\" Type=\"Image\"><ofd:MediaFile>x.bmp"
    "</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias><ofd:CompositeGraphicUnits>"
    "<ofd:CompositeGraphicUnit ID=\"60\" Width=\"9\" Height=\"9\"><ofd:Content><ofd:PathObject "
    "Boundary=\"0 0 9 9\" DrawParam=\"61\"><ofd:AbbreviatedData>M 0 0 L 9 9</ofd:AbbreviatedData>"
    "</ofd:PathObject></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    "<ofd:DrawParams><ofd:DrawParam ID=\"61\" Relative=\"62\" LineWidth=\"1\"/><ofd:DrawParam "
    "ID=\"62\"><ofd:StrokeColor Value=\"10 20 30 40\" ColorSpace=\"63\"/></ofd:DrawParam>"
    "</ofd:DrawParams><ofd:ColorSpaces><ofd:ColorSpace ID=\"63\" Type=\"CMYK\"/>"
    "</ofd:ColorSpaces>";

OfdParts annotated() {
    return {
        .page = kText,
        .commonData = "<ofd:TemplatePage ID=\"50\" BaseLoc=\"T.xml\" ZOrder=\"Foreground\"/>",
        .document = "<ofd:Annotations>Annots.xml</ofd:Annotations>",
        .pageHead = "<ofd:Template TemplateID=\"50\"/>",
        .files = {{"Doc_0/T.xml", "<Page><Content><Layer/></Content></Page>"},
                  {"Doc_0/Annots.xml", "<a><Page PageID=\"1\"><FileLoc>A.xml</FileLoc></Page></a>"},
                  {"Doc_0/A.xml", "<a><Annot Print=\"false\"><Appearance Boundary=\"1 1 9 9\">"
                                  "<PathObject Boundary=\"0 0 9 9\"><AbbreviatedData>M 0 0 L 9 9"
                                  "</AbbreviatedData></PathObject></Appearance></Annot></a>"}}};
}

std::vector<std::pair<std::string, OfdParts>> documents() {
    return {{"page", {}},
            {"text", {.page = kText}},
            {"path", {.page = kPath}},
            {"pattern", {.page = kPattern}},
            {"picture",
             {.page = kPicture,
              .resources = kPictureResources,
              .files = {{"Doc_0/Res/x.bmp", tests::bmpFile(2, 2)}}}},
            {"annotated", annotated()}};
}

void writeFontSeeds(const std::filesystem::path& root) {
    const Seeds seeds(root, "font");
    const std::string square = tests::squareGlyph();
    seeds.add("squares", tests::makeTrueType({"", square, square, square}));
    seeds.add("composite", tests::makeTrueType({"", square, tests::compositeGlyph({1, 1})}));
    seeds.add("circle",
              tests::makeTrueType({"", tests::compositeGlyph({2}), tests::compositeGlyph({1, 1})}));
}

void writeImageSeeds(const std::filesystem::path& root) {
    const Seeds seeds(root, "image");
    seeds.add("png", toBytes(tests::blankPng(9, 7)));
    seeds.add("jpeg", tests::jpegOf(tests::gradientFrame(16, 12)));
    seeds.add("progressive", toBytes(tests::jpegHeader(0xC2, 16, 16)));
    seeds.add("bmp", toBytes(tests::bmpFile(9, 7)));
    seeds.add("gif", toBytes(tests::gifFile(3, 1)));
    seeds.add("tiff", toBytes(tests::tiffHeader(3, 2)));
}

} // namespace

void writeDocumentSeeds(const std::filesystem::path& root) {
    const Seeds packages(root, "package");
    const Seeds loose(root, "document");
    const Seeds xml(root, "xml");
    for (const auto& [name, parts] : documents()) {
        const Entries entries = tests::ofdEntries(parts);
        packages.add(name, tests::makeZip(entries));
        loose.add(name, loosened(entries));
        for (const auto& [path, content] : entries)
            if (path.ends_with("Content.xml"))
                xml.add(name, toBytes(content));
    }
    packages.add("stored", tests::makeZip({{"OFD.xml", "<OFD/>"}}, tests::Packing::stored));
    packages.add("raw",
                 tests::makeRawZip(
                     {.entries = {{.name = "a/"}, {.name = "b", .content = "c"}}, .comment = "d"}));
    xml.add("all",
            toBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<!-- c "
                    "--><?p i?><x:a xmlns:x='u' x:b=\"1&#10;2\" c='&quot;'>t&amp;<![CDATA[<&]]>"
                    "<证 照=''/>&#x20BB7;</x:a>"));
    writeFontSeeds(root);
    writeImageSeeds(root);
}

} // namespace kiosk::fuzz
