// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/hostile_files.h"
#include "tests/support/ofd_builder.h"
#include "tests/support/raw_zip.h"

namespace kiosk::tests {

namespace {

Bytes flatBomb() {
    return makeOfd({.files = {{"Doc_0/bomb.bin", std::string(60U << 20, '\0')}}});
}

/// Many entries that each unpack to as much as an entry may without being judged.
Bytes spreadBomb() {
    std::map<std::string, std::string> files;
    for (int i = 0; i < 63; ++i)
        files["Doc_0/Res/" + std::to_string(i)] = std::string(1U << 20, ' ');
    return makeOfd({.files = files});
}

/// A bomb inside an archive inside an archive: as the picture of a page.
Bytes nestedBomb() {
    return makeOfd(
        {.page = "<ofd:ImageObject ID=\"9\" Boundary=\"0 0 9 9\" ResourceID=\"4\"/>",
         .resources = "<ofd:MultiMedias><ofd:MultiMedia ID=\"4\" Type=\"Image\">"
                      "<ofd:MediaFile>bomb.ofd</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>",
         .files = {{"Doc_0/Res/bomb.ofd", toText(makeZip({{"b.ofd", toText(flatBomb())}}))}}});
}

Bytes traversal() {
    auto entries = ofdEntries({});
    entries.emplace_back("../../../etc/passwd", "root::0:0");
    return makeZip(entries);
}

Bytes traversingReference() {
    return makeOfd({.document = "<ofd:Annotations>../../../../etc/passwd</ofd:Annotations>"});
}

/// All entries share the bytes of one: sizes multiply, the file does not grow.
Bytes overlapping() {
    RawZip zip;
    zip.entries.push_back({.name = "a", .content = std::string(1U << 20, ' ')});
    for (int i = 0; i < 60; ++i) {
        RawEntry entry{.name = "b" + std::to_string(i)};
        entry.size = entry.packedSize = 1U << 20;
        entry.localHeaderAt = 0;
        zip.entries.push_back(entry);
    }
    return makeRawZip(zip);
}

Bytes twoArchives() {
    const std::string hidden = toText(makeOfd({}));
    RawZip zip;
    for (const auto& [name, content] : ofdEntries({}))
        zip.entries.push_back({.name = name, .content = content});
    zip.before = hidden;
    return makeRawZip(zip);
}

Bytes entities() {
    std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"lol\">";
    for (int i = 1; i < 10; ++i) {
        const std::string inner = "&l" + std::to_string(i - 1) + ";";
        xml += "<!ENTITY l" + std::to_string(i) + " \"";
        for (int n = 0; n < 10; ++n)
            xml += inner;
        xml += "\">";
    }
    return makeOfd({.files = {{"Doc_0/Document.xml", xml + "]><a>&l9;</a>"}}});
}

Bytes deepXml() {
    std::string xml;
    for (int i = 0; i < 1'000'000; ++i)
        xml += "<a>";
    return makeOfd({.files = {{"Doc_0/Document.xml", xml}}});
}

} // namespace

std::vector<HostileFile> hostileArchives() {
    return {
        {"a flat zip bomb", flatBomb, "document.too-large"},
        {"a zip bomb spread over many entries", spreadBomb, "document.too-large"},
        {"a zip bomb in an archive in an archive", nestedBomb, "drawn"},
        {"an entry outside the package", traversal, "document.unsafe-path"},
        {"a reference outside the package", traversingReference, "drawn"},
        {"entries that share their bytes", overlapping, "document.ambiguous"},
        {"two archives in one file", twoArchives, "document.ambiguous"},
        {"entities that expand a billion times", entities, "document.malformed-xml"},
        {"a million nested elements", deepXml, "document.too-large"},
    };
}

} // namespace kiosk::tests
