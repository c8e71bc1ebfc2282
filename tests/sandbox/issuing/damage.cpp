// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/damage.h"

#include <algorithm>

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

Bytes cutShort(Bytes certificate) {
    certificate.pop_back();
    return certificate;
}

constexpr const char* kUnknownAlgorithm = "1.2.156.10197.1.999";
constexpr const char* kEcdsaWithSha256 = "1.2.840.10045.4.3.2"; // never of an SM2 key

} // namespace

void spoil(SealContent& seal, Fault fault, WallTime signedAt, const Bytes& makerCertificate) {
    switch (fault) {
    case Fault::sealExpired:
        seal.validUntil = signedAt - std::chrono::hours(24);
        break;
    case Fault::sealAlgorithmUnknown:
        seal.algorithm = kUnknownAlgorithm;
        break;
    case Fault::sealAlgorithmMisfit:
        seal.algorithm = kEcdsaWithSha256;
        break;
    case Fault::makerUnreadable:
        seal.makerCertificate = cutShort(makerCertificate);
        break;
    default:
        break;
    }
}

void spoil(Sealing& sealing, PackageFiles& files, Fault fault, const Bytes& signerCertificate) {
    switch (fault) {
    case Fault::signatureUnknown:
        sealing.manner.algorithm = kUnknownAlgorithm;
        break;
    case Fault::signatureMisfit:
        sealing.manner.algorithm = kEcdsaWithSha256;
        break;
    case Fault::valueVersionUnknown:
        sealing.manner.version = 9;
        break;
    case Fault::signerUnreadable:
        sealing.manner.certificate = cutShort(signerCertificate);
        break;
    case Fault::timeMissing:
        sealing.timing = Sealing::Timing::missing;
        break;
    case Fault::digestUnknown:
        sealing.checkMethod = "1.2.156.10197.1.401.2"; // SM3 with a key
        break;
    case Fault::digestWeak:
        sealing.checkMethod = "MD5";
        break;
    case Fault::templateUnprotected:
        sealing.unprotected.emplace_back("Doc_0/TPLS/TPL_0/Content.xml");
        break;
    case Fault::valueMoved:
        sealing.property = "/Doc_0/Signs/Sign_1/Signature.xml";
        break;
    case Fault::propertyUnclear:
        sealing.property = "{\"Entry\":7}";
        break;
    case Fault::fileRemoved:
        files.emplace_back("Doc_0/Attachs/note.txt", "protected");
        break;
    default:
        break;
    }
}

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
        contentOf(files, kSignatureListPath) = "<ofd:Signatures";
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
    default:
        break;
    }
}

} // namespace kiosk::sandbox
