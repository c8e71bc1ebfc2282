// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/sealing.h"

#include <algorithm>

#include "firmware/base/base64.h"
#include "firmware/seal/digest.h"
#include "tests/sandbox/issuing/dates.h"
#include "tests/sandbox/issuing/seal_picture.h"

namespace kiosk::sandbox {

namespace {

std::string absolute(std::string_view path) {
    return "/" + std::string(path);
}

std::string signatureListXml() {
    return xmlFile("Signatures", "<ofd:MaxSignId>1</ofd:MaxSignId>"
                                 "<ofd:Signature ID=\"1\" Type=\"Seal\" BaseLoc=\"" +
                                     absolute(kDescriptionPath) + "\"/>");
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

std::string descriptionXml(const PackageFiles& files, const Sealing& sealing) {
    std::string info = "<ofd:Provider ProviderName=\"LicenceSandbox\" Version=\"1.0\"/>"
                       "<ofd:SignatureMethod>" +
                       sealing.algorithm + "</ofd:SignatureMethod><ofd:SignatureDateTime>" +
                       compactUtc(sealing.signedAt) + "</ofd:SignatureDateTime>" +
                       references(files, sealing);
    if (hasSeal(sealing.layout))
        info += stampXml(sealing) + "<ofd:Seal><ofd:BaseLoc>" + absolute(kSealPath) +
                "</ofd:BaseLoc></ofd:Seal>";
    return xmlFile("Signature", "<ofd:SignedInfo>" + info + "</ofd:SignedInfo><ofd:SignedValue>" +
                                    absolute(kValuePath) + "</ofd:SignedValue>");
}

std::optional<WallTime> timeToState(const Sealing& sealing) {
    return sealing.timing == Sealing::Timing::stated ? std::optional(sealing.signedAt)
                                                     : std::nullopt;
}

} // namespace

Result<PackageFiles> sealed(PackageFiles files, const Sealing& sealing, const Keyholder& signer) {
    files.emplace_back("Doc_0/Signs/Signatures.xml", signatureListXml());
    if (hasSeal(sealing.layout))
        files.emplace_back(kSealPath, toText(sealing.sealCopy.value_or(sealing.seal)));
    const std::string description = descriptionXml(files, sealing);
    files.emplace_back(kDescriptionPath, description);
    const Bytes value = TRY(makeSignedValue({.layout = sealing.layout,
                                             .seal = sealing.seal,
                                             .description = toBytes(description),
                                             .path = absolute(kDescriptionPath),
                                             .signedAt = timeToState(sealing),
                                             .algorithm = sealing.algorithm},
                                            signer));
    files.emplace_back(kValuePath, toText(value));
    return files;
}

} // namespace kiosk::sandbox
