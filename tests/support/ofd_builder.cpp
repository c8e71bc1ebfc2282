// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ofd_builder.h"

#include <stdexcept>

#include <zip.h>

namespace kiosk::tests {

namespace {

void require(bool done, const char* what) {
    if (!done)
        throw std::runtime_error(what);
}

std::string element(std::string_view name, std::string_view content) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ofd:";
    xml.append(name).append(" xmlns:ofd=\"http://www.ofdspec.org/2016\"");
    xml.append(name == "OFD" ? " Version=\"1.0\" DocType=\"OFD\">" : ">");
    return xml.append(content).append("</ofd:").append(name).append(">");
}

std::string rootXml() {
    return element("OFD", "<ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>"
                          "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>");
}

std::string documentXml(const OfdParts& parts) {
    std::string xml = "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>";
    xml.append(parts.size).append("</ofd:PhysicalBox></ofd:PageArea>");
    xml.append("<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>").append(parts.commonData);
    xml.append("</ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" "
               "BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages>");
    return element("Document", xml.append(parts.document));
}

std::string pageXml(const OfdParts& parts) {
    std::string xml(parts.pageHead);
    xml.append("<ofd:Content><ofd:Layer ID=\"2\" ").append(parts.layer).append(">");
    return element("Page", xml.append(parts.page).append("</ofd:Layer></ofd:Content>"));
}

std::string resourcesXml(std::string_view resources) {
    std::string xml = element("Res", resources);
    return xml.insert(xml.find("<ofd:Res") + 8, " BaseLoc=\"Res\"");
}

Bytes contentOf(zip_source_t* source) {
    require(zip_source_open(source) == 0, "cannot read the archive back");
    zip_source_seek(source, 0, SEEK_END);
    Bytes bytes(static_cast<std::size_t>(zip_source_tell(source)));
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    return bytes;
}

} // namespace

Bytes makeZip(const std::vector<std::pair<std::string, std::string>>& entries, Packing packing) {
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    require(archive != nullptr, "cannot begin an archive");
    for (const auto& [name, content] : entries) {
        zip_source_t* data = zip_source_buffer(archive, content.data(), content.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), data, ZIP_FL_ENC_UTF_8);
        require(index >= 0, "cannot add an entry");
        const auto method = packing == Packing::stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), method, 0);
    }
    require(zip_close(archive) == 0, "cannot finish the archive");
    Bytes bytes = contentOf(target);
    zip_source_free(target);
    return bytes;
}

std::vector<std::pair<std::string, std::string>> ofdEntries(const OfdParts& parts) {
    std::map<std::string, std::string> files = parts.files;
    files.emplace("OFD.xml", rootXml());
    files.emplace("Doc_0/Document.xml", documentXml(parts));
    files.emplace("Doc_0/PublicRes.xml", resourcesXml(parts.resources));
    files.emplace("Doc_0/Pages/Page_0/Content.xml", pageXml(parts));
    return {files.begin(), files.end()};
}

Bytes makeOfd(const OfdParts& parts) {
    return makeZip(ofdEntries(parts));
}

} // namespace kiosk::tests
