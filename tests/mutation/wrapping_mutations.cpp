// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/base/base64.h"
#include "firmware/seal/digest.h"
#include "tests/mutation/byte_mutations.h"
#include "tests/mutation/package_mutations.h"
#include "tests/mutation/xml_edit.h"
#include "tests/sandbox/issuing/faces/page_writer.h"

namespace kiosk::tests::mutation {

namespace {

constexpr std::string_view kDocument = "Doc_0/Document.xml";
constexpr std::string_view kPage = "Doc_0/Pages/Page_0/Content.xml";
constexpr std::string_view kList = "Doc_0/Signs/Signatures.xml";

void replaceFirst(std::string& text, std::string_view from, std::string_view to) {
    if (const std::size_t at = text.find(from); at != std::string::npos)
        text.replace(at, from.size(), to);
}

bool isSigning(std::string_view name) {
    return name.starts_with("Doc_0/Signs/");
}

const Specimen& anyOther(const World& world, Dice& dice) {
    return dice.oneIn(2) ? dice.pick(world.elsewhere()) : dice.pick(world.sound());
}

/// The page as a forger would have it, under a name that nobody signed.
std::string addForgedPage(Entries& entries) {
    std::string page = *contentOf(entries, kPage);
    replaceFirst(page, "</ofd:TextCode>", "7</ofd:TextCode>");
    entries.emplace_back("Doc_0/Pages/Page_9/Content.xml", page);
    return "Pages/Page_9/Content.xml";
}

/// Lists the signature of `other` beside our own.
void addSignature(Entries& entries, const Entries& other) {
    for (const auto& [name, content] : other)
        if (name.starts_with("Doc_0/Signs/Sign_0/"))
            entries.emplace_back("Doc_0/Signs/Sign_1/" + name.substr(19), content);
    replaceFirst(*contentOf(entries, kList), "</ofd:Signatures>",
                 "<ofd:Signature ID=\"2\" Type=\"Seal\" "
                 "BaseLoc=\"/Doc_0/Signs/Sign_1/Signature.xml\"/></ofd:Signatures>");
}

std::string addForgedDocument(Entries& entries) {
    std::string document = *contentOf(entries, kDocument);
    replaceFirst(document, "Pages/Page_0/Content.xml", addForgedPage(entries));
    entries.emplace_back("Doc_0/Document_1.xml", document);
    return "Doc_0/Document_1.xml";
}

} // namespace

void takePart(Entries& entries, Dice& dice, const World& world) {
    Entries other = anyOther(world, dice).entries;
    auto& [name, content] = dice.pick(entries);
    if (const std::string* taken = contentOf(other, name))
        content = *taken;
}

void takeSigning(Entries& entries, Dice& dice, const World& world) {
    std::erase_if(entries, [](const auto& entry) { return isSigning(entry.first); });
    for (const auto& entry : anyOther(world, dice).entries)
        if (isSigning(entry.first))
            entries.push_back(entry);
}

void exchangeOwnParts(Entries& entries, Dice& dice, const World&) {
    std::swap(dice.pick(entries).second, dice.pick(entries).second);
}

void addSecondBody(Entries& entries, Dice& dice, const World&) {
    std::string& root = *contentOf(entries, "OFD.xml");
    const std::size_t begin = root.find("<ofd:DocBody>");
    const std::size_t end = root.find("</ofd:DocBody>") + std::string_view("</ofd:DocBody>").size();
    std::string body = root.substr(begin, end - begin);
    const std::size_t at = dice.oneIn(2) ? begin : end;
    if (dice.oneIn(2))
        replaceFirst(body, kDocument, addForgedDocument(entries));
    contentOf(entries, "OFD.xml")->insert(at, body);
}

void addRevision(Entries& entries, Dice& dice, const World&) {
    const std::string forged = addForgedDocument(entries);
    std::string& root = *contentOf(entries, "OFD.xml");
    if (dice.oneIn(2)) {
        replaceFirst(root, kDocument, forged);
        return;
    }
    replaceFirst(root, "<ofd:Signatures>",
                 "<ofd:Versions><ofd:Version ID=\"1\" Index=\"0\" Current=\"true\" "
                 "BaseLoc=\"Doc_0/Version.xml\"/></ofd:Versions><ofd:Signatures>");
    entries.emplace_back(
        "Doc_0/Version.xml",
        sandbox::xmlFile("DocVersion ID=\"1\"", "<ofd:DocRoot>Document_1.xml</ofd:DocRoot>"));
}

void addSignatureList(Entries& entries, Dice& dice, const World& world) {
    for (const auto& [name, content] : anyOther(world, dice).entries)
        if (isSigning(name))
            entries.emplace_back("Doc_0/Other/" + name.substr(12), content);
    std::string& root = *contentOf(entries, "OFD.xml");
    constexpr std::string_view kReference = "<ofd:Signatures>/Doc_0/Signs/Signatures.xml";
    const std::string other = "<ofd:Signatures>/Doc_0/Other/Signatures.xml";
    if (dice.oneIn(2))
        replaceFirst(root, kReference, other);
    else
        replaceFirst(root, kReference, other + "</ofd:Signatures>" + std::string(kReference));
}

void addForeignSignature(Entries& entries, Dice& dice, const World& world) {
    addSignature(entries, anyOther(world, dice).entries);
    if (dice.oneIn(2))
        replaceFirst(*contentOf(entries, kPage), "</ofd:TextCode>", "7</ofd:TextCode>");
}

void copyOwnSignature(Entries& entries, Dice& dice, const World&) {
    addSignature(entries, Entries(entries));
    if (dice.oneIn(2))
        changeBytes(*contentOf(entries, "Doc_0/Signs/Sign_1/Signature.xml"), dice);
}

void addUnsignedPart(Entries& entries, Dice& dice, const World&) {
    const std::string page = addForgedPage(entries);
    std::string& document = *contentOf(entries, kDocument);
    switch (dice.roll(4)) {
    case 0:
        return replaceFirst(document, "</ofd:Pages>",
                            "<ofd:Page ID=\"9\" BaseLoc=\"" + page + "\"/></ofd:Pages>");
    case 1:
        return replaceFirst(document, "TPLS/TPL_0/Content.xml", page);
    case 2:
        return replaceFirst(document, "</ofd:CommonData>",
                            "<ofd:DocumentRes>Res_9.xml</ofd:DocumentRes></ofd:CommonData>");
    default:
        return replaceFirst(document, "<ofd:CustomTags>",
                            "<ofd:Annotations>" + page + "</ofd:Annotations><ofd:CustomTags>");
    }
}

/// A page changed, and its digest in the list with it: the value over the list must show it.
void mendDigest(Entries& entries, Dice& dice, const World&) {
    auto& [name, content] = dice.pick(entries);
    const std::string before = toBase64(seal::sm3(bytesOf(content)));
    changeBytes(content, dice);
    replaceFirst(*contentOf(entries, "Doc_0/Signs/Sign_0/Signature.xml"), before,
                 toBase64(seal::sm3(bytesOf(content))));
}

} // namespace kiosk::tests::mutation
