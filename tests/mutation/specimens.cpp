// SPDX-License-Identifier: Apache-2.0
#include "tests/mutation/specimens.h"

#include <algorithm>

#include "firmware/base/base64.h"
#include "tests/sandbox/issuing/faces/layout.h"
#include "tests/support/ofd_builder.h"
#include "tests/support/sample_licences.h"
#include "tests/support/sample_pdf.h"

namespace kiosk::tests::mutation {

namespace {

using sandbox::Making;
using sandbox::Office;
using sandbox::SealLayout;
using sandbox::xmlFile;

/// Four grey pixels.
constexpr std::string_view kPicture =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGOw2cKw"
    "xQYABaYB4VcMbGsAAAAASUVORK5CYII=";

std::string text(unsigned id, double y, std::string_view content) {
    return "<ofd:TextObject ID=\"" + std::to_string(id) + "\" Boundary=\"2 " + sandbox::mm(y) +
           " 56 6\" Font=\"2\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g 40 4\">" +
           std::string(content) + "</ofd:TextCode></ofd:TextObject>";
}

std::string frame(unsigned id) {
    return "<ofd:PathObject ID=\"" + std::to_string(id) +
           "\" Boundary=\"0 0 60 40\" LineWidth=\"0.5\"><ofd:StrokeColor Value=\"20 80 140\"/>"
           "<ofd:AbbreviatedData>M 1 1 L 59 1 L 59 39 L 1 39 C</ofd:AbbreviatedData>"
           "</ofd:PathObject>";
}

std::string image(unsigned id) {
    return "<ofd:ImageObject ID=\"" + std::to_string(id) +
           "\" Boundary=\"40 20 8 8\" ResourceID=\"3\"/>";
}

std::string pageXml(std::string_view head, std::string_view objects) {
    return xmlFile("Page", std::string(head) + "<ofd:Content><ofd:Layer ID=\"8\">" +
                               std::string(objects) + "</ofd:Layer></ofd:Content>");
}

/// References inside Doc_0/Document.xml in the form asked for.
std::string reference(Writing::Paths paths, std::string_view path) {
    const std::string name(path);
    if (paths == Writing::Paths::absolute)
        return "/Doc_0/" + name;
    return paths == Writing::Paths::fromRoot ? "Doc_0/" + name : name;
}

std::string documentXml(const Writing& writing) {
    const auto at = [&](std::string_view path) { return reference(writing.paths, path); };
    const bool annotated = writing.parts == Writing::Parts::templateAndAnnotation;
    return xmlFile(
        "Document",
        "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 60 40</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:PublicRes>" +
            at("PublicRes.xml") + "</ofd:PublicRes><ofd:TemplatePage ID=\"6\" BaseLoc=\"" +
            at("TPLS/TPL_0/Content.xml") +
            "\"/></ofd:CommonData><ofd:Pages><ofd:Page ID=\"5\" BaseLoc=\"" +
            at("Pages/Page_0/Content.xml") + "\"/></ofd:Pages>" +
            (annotated ? "<ofd:Annotations>" + at("Annots/Annotations.xml") + "</ofd:Annotations>"
                       : "") +
            "<ofd:CustomTags>" + at("Tags/CustomTags.xml") + "</ofd:CustomTags>");
}

std::string rootXml(const Writing& writing) {
    return xmlFile("OFD Version=\"1.1\" DocType=\"OFD\"",
                   "<ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID><ofd:CustomDatas>"
                   "<ofd:CustomData Name=\"CertificateHolderName\">" +
                       writing.holder +
                       "</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>"
                       "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
                       "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>"
                       "</ofd:DocBody>");
}

void addAnnotation(Entries& entries) {
    entries.emplace_back("Doc_0/Annots/Annotations.xml",
                         xmlFile("Annotations", "<ofd:Page PageID=\"5\"><ofd:FileLoc>Page_0.xml"
                                                "</ofd:FileLoc></ofd:Page>"));
    entries.emplace_back(
        "Doc_0/Annots/Page_0.xml",
        xmlFile("PageAnnot", "<ofd:Annot ID=\"30\" Type=\"Watermark\"><ofd:Appearance "
                             "Boundary=\"0 0 60 40\">" +
                                 text(31, 30, "仅供入学") + "</ofd:Appearance></ofd:Annot>"));
}

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

void rewritePrefix(std::string& xml, Writing::Prefix prefix) {
    if (prefix == Writing::Prefix::ofd)
        return;
    const bool none = prefix == Writing::Prefix::none;
    replaceAll(xml, "xmlns:ofd", none ? "xmlns" : "xmlns:x");
    replaceAll(xml, "<ofd:", none ? "<" : "<x:");
    replaceAll(xml, "</ofd:", none ? "</" : "</x:");
}

/// With a seal of four pixels: most of a real value is its picture.
Office officeIn(const std::filesystem::path& folder, std::string code, std::string name) {
    return Office::open(folder, {.code = std::move(code), .name = std::move(name)}, kIssuingTime,
                        fromBase64(kPicture).value())
        .value();
}

verify::TrustList trustIn(std::initializer_list<const Office*> offices) {
    verify::TrustList trust;
    for (const Office* office : offices)
        trust.roots.push_back(office->root().certificate());
    return trust;
}

/// Whether the list of signatures is protected, or open for others to sign after us.
enum class List { closed, open };

Entries sealedBy(const Office& office, const Writing& writing, const Making& making, WallTime at,
                 List list = List::closed) {
    sandbox::Sealing sealing{.x = 30, .y = 20, .signedAt = at};
    if (list == List::open)
        sealing.unprotected.emplace_back("Doc_0/Signs/Signatures.xml");
    return office.seal(smallLicence(writing), std::move(sealing), making).value();
}

Specimen specimen(std::string name, Entries entries) {
    Bytes file = makeZip(entries);
    return {std::move(name), std::move(entries), std::move(file)};
}

/// No two licences are the same document: then a signature taken from one is never right for
/// another.
void add(std::vector<Specimen>& specimens, const std::string& name, const Office& office,
         const Making& making, List list) {
    const Writing writing{.holder = "林云舒，" + name};
    specimens.push_back(specimen(name, sealedBy(office, writing, making, kIssuingTime, list)));
}

/// A page of a few lines: a licence's artwork would take most of the changes.
Specimen sealedPdf(const std::string& name, const Office& office, sandbox::KeyKind key) {
    const sandbox::PdfFace page{
        .pdf = makePdf({.text = name}), .size = {{210}, {297}}, .sealX = 150, .sealY = 250};
    return {name, {}, office.seal(page, kIssuingTime, {.key = key}).value()};
}

} // namespace

std::string* contentOf(Entries& entries, std::string_view name) {
    const auto found = std::ranges::find(entries, name, &Entries::value_type::first);
    return found == entries.end() ? nullptr : &found->second;
}

Entries smallLicence(const Writing& writing) {
    const bool templated = writing.parts != Writing::Parts::plain;
    Entries entries{
        {"OFD.xml", rootXml(writing)},
        {"Doc_0/Document.xml", documentXml(writing)},
        {"Doc_0/PublicRes.xml",
         xmlFile("Res BaseLoc=\"Res\"",
                 "<ofd:Fonts><ofd:Font ID=\"2\" FontName=\"SimSun\"/></ofd:Fonts><ofd:MultiMedias>"
                 "<ofd:MultiMedia ID=\"3\" Type=\"Image\"><ofd:MediaFile>a.png</ofd:MediaFile>"
                 "</ofd:MultiMedia></ofd:MultiMedias>")},
        {"Doc_0/TPLS/TPL_0/Content.xml", pageXml("", frame(10) + text(11, 2, "云州市居住证"))},
        {"Doc_0/Pages/Page_0/Content.xml",
         pageXml(templated ? "<ofd:Template TemplateID=\"6\"/>" : "",
                 text(20, 10, writing.holder) + image(21))},
        {"Doc_0/Tags/CustomTags.xml",
         xmlFile("CustomTags", "<ofd:CustomTag TypeID=\"a\"><ofd:FileLoc>CustomTag_0.xml"
                               "</ofd:FileLoc></ofd:CustomTag>")},
        {"Doc_0/Tags/CustomTag_0.xml",
         xmlFile("params", "<姓名><ofd:ObjectRef PageRef=\"5\">20</ofd:ObjectRef></姓名>")},
        {"Doc_0/Attachs/note.txt", "protected, not shown"}};
    if (writing.parts == Writing::Parts::templateAndAnnotation)
        addAnnotation(entries);
    for (auto& [name, content] : entries) {
        rewritePrefix(content, writing.prefix);
        if (writing.mark == Writing::Mark::byteOrder && name.ends_with(".xml"))
            content.insert(0, "\xEF\xBB\xBF");
    }
    entries.emplace_back("Doc_0/Res/a.png", toText(fromBase64(kPicture).value()));
    return entries;
}

World::World()
    : office_(officeIn(folder_.path() / "a", "990100", "云州市")),
      neighbour_(officeIn(folder_.path() / "b", "980100", "海宁州")),
      stranger_(officeIn(folder_.path() / "c", "990100", "云州市")),
      trust_(trustIn({&office_, &neighbour_})) {
    for (const SealLayout layout : {SealLayout::v1, SealLayout::v4, SealLayout::v5,
                                    SealLayout::gmSignedData, SealLayout::bareSm2}) {
        const std::string number = std::to_string(static_cast<int>(layout));
        add(sound_, "layout " + number, office_, {.layout = layout}, List::closed);
        add(sound_, "layout " + number + ", list open", office_, {.layout = layout}, List::open);
        add(elsewhere_, "neighbour, layout " + number, neighbour_, {.layout = layout},
            List::closed);
        add(elsewhere_, "stranger, layout " + number, stranger_, {.layout = layout}, List::closed);
    }
    const Writing plain{.paths = Writing::Paths::fromRoot, .parts = Writing::Parts::plain};
    sound_.push_back(
        specimen("paths from the root, no template", sealedBy(office_, plain, {}, kIssuingTime)));
    using enum sandbox::KeyKind;
    for (const auto& [name, key] :
         {std::pair{"PDF, SM2", sm2}, {"PDF, RSA", rsa2048}, {"PDF, ECDSA", p256}})
        soundPdfs_.push_back(sealedPdf(name, office_, key));
}

Entries World::sealedAs(const Writing& writing, const Making& making, WallTime at) const {
    return sealedBy(office_, writing, making, at);
}

Entries World::sealedFace(const sandbox::LicenceFace& face, const Making& making,
                          WallTime at) const {
    const sandbox::LicencePage page = sandbox::setLicence(face);
    const sandbox::Sealing sealing{.x = page.sealX, .y = page.sealY, .signedAt = at};
    return office_.seal(sandbox::writeDocument(face, page, at), sealing, making).value();
}

} // namespace kiosk::tests::mutation
