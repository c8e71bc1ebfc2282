// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/damage.h"

#include <algorithm>

#include "tests/sandbox/issuing/sealing.h"

namespace kiosk::sandbox {

namespace {

std::string& contentOf(PackageFiles& files, std::string_view path) {
    return std::ranges::find(files, path, [](const auto& file) { return file.first; })->second;
}

void remove(PackageFiles& files, std::string_view path) {
    std::erase_if(files, [&](const auto& file) { return file.first == path; });
}

void flipLastBit(std::string& content) {
    content.back() = static_cast<char>(content.back() ^ 1);
}

/// Alters the certificate where it stands in the value, outside of what is signed.
void forgeCertificate(std::string& value, ByteView certificate) {
    const std::size_t at = value.rfind(toText(certificate));
    char& last = value[at + certificate.size() - 1];
    last = static_cast<char>(last ^ 1);
}

void changeText(std::string& page) {
    page.insert(page.find("</ofd:TextCode>"), "8");
}

} // namespace

void damage(PackageFiles& files, Fault fault, ByteView signerCertificate) {
    switch (fault) {
    case Fault::contentChanged:
        changeText(contentOf(files, "Doc_0/Pages/Page_0/Content.xml"));
        break;
    case Fault::fileRemoved:
        remove(files, "Doc_0/Attachs/note.txt");
        break;
    case Fault::descriptionChanged:
        contentOf(files, kDescriptionPath) += "\n";
        break;
    case Fault::descriptionUnreadable:
        contentOf(files, kDescriptionPath) = "<ofd:Signature";
        break;
    case Fault::listUnreadable:
        contentOf(files, "Doc_0/Signs/Signatures.xml") = "<ofd:Signatures";
        break;
    case Fault::valueChanged:
        flipLastBit(contentOf(files, kValuePath));
        break;
    case Fault::valueUnreadable:
        contentOf(files, kValuePath).pop_back();
        break;
    case Fault::valueRemoved:
        remove(files, kValuePath);
        break;
    case Fault::certificateForged:
        forgeCertificate(contentOf(files, kValuePath), signerCertificate);
        break;
    case Fault::strangerAdded:
        files.emplace_back("Doc_0/Attachs/stranger.txt", "nothing shows this");
        break;
    case Fault::none:
    case Fault::unsealed:
    case Fault::signatureUnknown:
    case Fault::digestUnknown:
    case Fault::digestWeak:
    case Fault::sealChanged:
    case Fault::sealAlgorithmUnknown:
    case Fault::sealCopyDiffers:
    case Fault::signerNotListed:
    case Fault::signerUntrusted:
    case Fault::makerUntrusted:
    case Fault::issuerMayNotIssue:
    case Fault::signerMayNotSign:
    case Fault::timeMissing:
    case Fault::certificateExpired:
    case Fault::sealExpired:
    case Fault::makerExpired:
    case Fault::templateUnprotected:
    case Fault::signatureAdded:
    case Fault::valueMoved:
    case Fault::propertyUnclear:
        break;
    }
}

} // namespace kiosk::sandbox
