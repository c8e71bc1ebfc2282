// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/sealing.h"

#include <algorithm>

#include "firmware/base/base64.h"
#include "firmware/seal/digest.h"
#include "tests/sandbox/issuing/faces/dates.h"
#include "tests/sandbox/issuing/seal_picture.h"

namespace kiosk::sandbox {

namespace {

std::string absolute(std::string_view path) {
    return "/" + std::string(path);
}

std::string folderOf(int number) {
    return "Doc_0/Signs/Sign_" + std::to_string(number) + "/";
}

/// The list after signature `last` was made.
std::string signatureListXml(int last) {
    std::string xml = "<ofd:MaxSignId>" + std::to_string(last + 1) + "</ofd:MaxSignId>";
    for (int number = 0; number <= last; ++number)
        xml += "<ofd:Signature ID=\"" + std::to_string(number + 1) + "\" Type=\"Seal\" BaseLoc=\"" +
               absolute(folderOf(number) + "Signature.xml") + "\"/>";
    return xmlFile("Signatures", xml);
}

std::string references(const PackageFiles& files, const Sealing& sealing) {
    // An unknown name still needs some value beside it.
    const auto algorithm =
        seal::digestAlgorithm(sealing.checkMethod).value_or(seal::DigestAlgorithm::sm3);
    std::string xml = "<ofd:References CheckMethod=\"" + sealing.checkMethod + "\">";
    for (const auto& [path, content] : files) {
        if (std::ranges::find(sealing.unprotected, path) != sealing.unprotected.end())
            continue;
        xml += "<ofd:Reference FileRef=\"" + escapedXml(absolute(path)) + "\"><ofd:CheckValue>" +
               toBase64(seal::digest(algorithm, bytesOf(content))) +
               "</ofd:CheckValue></ofd:Reference>";
    }
    return xml + "</ofd:References>";
}

std::string stampXml(const Sealing& sealing) {
    const double width = kSealSize.width.value;
    const double height = kSealSize.height.value;
    return "<ofd:StampAnnot ID=\"1\" PageRef=\"" + std::to_string(kPageId) + "\" Boundary=\"" +
           mm(sealing.x - width / 2) + " " + mm(sealing.y - height / 2) + " " + mm(width) + " " +
           mm(height) + "\"/>";
}

bool hasSeal(SealLayout layout) {
    return layout != SealLayout::gmSignedData && layout != SealLayout::bareSm2;
}

/// As written in Signature.xml, for display; the value says it once more.
const std::string kSm2WithSm3 = "1.2.156.10197.1.501";

std::string descriptionXml(const PackageFiles& files, const Sealing& sealing) {
    std::string info = "<ofd:Provider ProviderName=\"LicenceSandbox\" Version=\"1.0\"/>"
                       "<ofd:SignatureMethod>" +
                       kSm2WithSm3 + "</ofd:SignatureMethod><ofd:SignatureDateTime>" +
                       compactUtc(sealing.signedAt) + "</ofd:SignatureDateTime>" +
                       references(files, sealing);
    if (hasSeal(sealing.layout))
        info += stampXml(sealing) + "<ofd:Seal><ofd:BaseLoc>" +
                absolute(folderOf(sealing.number) + "Seal.esl") + "</ofd:BaseLoc></ofd:Seal>";
    return xmlFile("Signature", "<ofd:SignedInfo>" + info + "</ofd:SignedInfo><ofd:SignedValue>" +
                                    absolute(folderOf(sealing.number) + "SignedValue.dat") +
                                    "</ofd:SignedValue>");
}

std::optional<WallTime> timeToState(const Sealing& sealing) {
    return sealing.timing == Sealing::Timing::stated ? std::optional(sealing.signedAt)
                                                     : std::nullopt;
}

} // namespace

Result<PackageFiles> sealed(PackageFiles files, const Sealing& sealing, const Keyholder& signer) {
    const std::string folder = folderOf(sealing.number);
    std::erase_if(files, [](const auto& file) { return file.first == kSignatureListPath; });
    files.emplace_back(kSignatureListPath, signatureListXml(sealing.number));
    if (hasSeal(sealing.layout))
        files.emplace_back(folder + "Seal.esl", toText(sealing.sealCopy.value_or(sealing.seal)));
    const std::string description = descriptionXml(files, sealing);
    const std::string path = folder + "Signature.xml";
    files.emplace_back(path, description);
    const Bytes value = TRY(makeSignedValue({.layout = sealing.layout,
                                             .seal = sealing.seal,
                                             .description = toBytes(description),
                                             .path = sealing.property.value_or(absolute(path)),
                                             .signedAt = timeToState(sealing),
                                             .manner = sealing.manner},
                                            signer));
    files.emplace_back(folder + "SignedValue.dat", toText(value));
    return files;
}

} // namespace kiosk::sandbox
