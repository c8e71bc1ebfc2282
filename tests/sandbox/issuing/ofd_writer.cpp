// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/ofd_writer.h"

#include "firmware/base/bytes.h"
#include "firmware/base/text.h"
#include "firmware/seal/digest.h"
#include "tests/sandbox/issuing/faces/dates.h"

namespace kiosk::sandbox {

namespace {

constexpr unsigned kTemplateId = 6;

std::string customData(std::string_view name, const std::string& value) {
    return "<ofd:CustomData Name=\"" + std::string(name) + "\">" + escapedXml(value) +
           "</ofd:CustomData>";
}

/// The holders' names or codes: one value, joined as several systems join it.
std::string joined(const LicenceFace& face, std::string Holder::* part) {
    std::string all = face.licence.holder.*part;
    for (const Holder& holder : face.coHolders)
        all += "," + holder.*part;
    return all;
}

/// The issuer's code as the identifier has it.
std::string issuerCode(const Licence& licence) {
    const auto parts = split(licence.identifier, '.');
    constexpr std::size_t kAfterRootAndType = 6;
    return parts.size() > kAfterRootAndType ? std::string(parts[kAfterRootAndType]) : "";
}

std::string_view codeType(const Holder& holder) {
    if (holder.kind == Holder::Kind::enterprise)
        return "统一社会信用代码";
    if (holder.certificate == Holder::Certificate::permanentResidenceCard)
        return "外国人永久居留身份证号码";
    return "公民身份号码";
}

/// The names of GB/T 36903.
std::string metadata(const LicenceFace& face) {
    const Licence& licence = face.licence;
    return customData("CertificateIdentifier", licence.identifier) +
           customData("CertificateName", licence.typeName) +
           customData("CertificateTypeName", licence.typeName) +
           customData("CertificateTypeCode", licence.typeCode) +
           customData("CertificateNumber", licence.number) +
           customData("CertificateIssuingAuthorityName", licence.issuer) +
           customData("CertificateIssuingAuthorityCode", issuerCode(licence)) +
           customData("CertificateIssuedDate", isoDate(licence.issuedOn)) +
           customData("CertificateHolderName", joined(face, &Holder::name)) +
           customData("CertificateHolderCode", joined(face, &Holder::code)) +
           customData("CertificateHolderTypeName", std::string(codeType(licence.holder))) +
           customData("CertificateEffectiveDate", isoDate(licence.issuedOn)) +
           customData("CertificateExpiringDate",
                      licence.expiresOn ? isoDate(*licence.expiresOn) : "长期");
}

/// 32 hexadecimal digits that are the same for the same licence at the same time.
std::string documentId(const Licence& licence, WallTime madeAt) {
    return toHex(seal::sm3(bytesOf(licence.identifier + compactUtc(madeAt)))).substr(0, 32);
}

std::string rootXml(const LicenceFace& face, WallTime madeAt) {
    const Licence& licence = face.licence;
    return xmlFile("OFD Version=\"1.1\" DocType=\"OFD\"",
                   "<ofd:DocBody><ofd:DocInfo><ofd:DocID>" + documentId(licence, madeAt) +
                       "</ofd:DocID><ofd:Title>" + escapedXml(licence.typeName) +
                       "</ofd:Title><ofd:CreationDate>" +
                       isoDate(Date(std::chrono::floor<std::chrono::days>(madeAt))) +
                       "</ofd:CreationDate><ofd:Creator>Licence sandbox</ofd:Creator>"
                       "<ofd:CustomDatas>" +
                       metadata(face) +
                       "</ofd:CustomDatas></ofd:DocInfo>"
                       "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
                       "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>"
                       "</ofd:DocBody>");
}

std::string documentXml(const LicencePage& page) {
    const std::string size =
        mm(page.values.page().width.value) + " " + mm(page.values.page().height.value);
    return xmlFile("Document", "<ofd:CommonData><ofd:MaxUnitID>" +
                                   std::to_string(page.values.nextId() + 1) +
                                   "</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 " + size +
                                   "</ofd:PhysicalBox></ofd:PageArea>"
                                   "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
                                   "<ofd:TemplatePage ID=\"" +
                                   std::to_string(kTemplateId) +
                                   "\" BaseLoc=\"TPLS/TPL_0/Content.xml\"/>"
                                   "</ofd:CommonData><ofd:Pages><ofd:Page ID=\"" +
                                   std::to_string(kPageId) +
                                   "\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages>"
                                   "<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>");
}

/// The page names its template before its own content.
std::string pageXml(const LicencePage& page) {
    std::string xml = page.values.xml();
    const std::string reference =
        "<ofd:Template TemplateID=\"" + std::to_string(kTemplateId) + "\" ZOrder=\"Background\"/>";
    return xml.insert(xml.find("<ofd:Content>"), reference);
}

std::string tagsXml(const LicencePage& page) {
    std::string tags;
    for (const PageTag& tag : page.tags) {
        tags += "<" + tag.name + ">";
        for (const unsigned id : tag.objects)
            tags += "<ofd:ObjectRef PageRef=\"" + std::to_string(kPageId) + "\">" +
                    std::to_string(id) + "</ofd:ObjectRef>";
        tags += "</" + tag.name + ">";
    }
    return xmlFile("params", tags);
}

std::string tagListXml() {
    return xmlFile("CustomTags", "<ofd:CustomTag TypeID=\"params\"><ofd:FileLoc>CustomTag_0.xml"
                                 "</ofd:FileLoc></ofd:CustomTag>");
}

} // namespace

PackageFiles writeDocument(const LicenceFace& face, const LicencePage& page, WallTime madeAt) {
    return {{"OFD.xml", rootXml(face, madeAt)},
            {"Doc_0/Document.xml", documentXml(page)},
            {"Doc_0/PublicRes.xml", fontResourcesXml()},
            {"Doc_0/TPLS/TPL_0/Content.xml", page.artwork.xml()},
            {"Doc_0/Pages/Page_0/Content.xml", pageXml(page)},
            {"Doc_0/Tags/CustomTags.xml", tagListXml()},
            {"Doc_0/Tags/CustomTag_0.xml", tagsXml(page)}};
}

} // namespace kiosk::sandbox
