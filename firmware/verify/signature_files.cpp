// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/signature_files.h"

#include <algorithm>

#include "firmware/base/base64.h"
#include "firmware/base/text.h"
#include "firmware/document/ofd/package_files.h"
#include "firmware/document/ofd/values.h"

namespace kiosk::verify {

namespace {

using document::ofd::Element;
using document::ofd::PackageFiles;

constexpr std::string_view kOfdFile = "OFD.xml";
/// A package has at most 512 entries.
constexpr std::size_t kMostReferences = 2048;

ProtectedFile readReference(PackageFiles& files, const std::string& from,
                            const Element& reference) {
    const std::string written(reference.attribute("FileRef").value_or(""));
    const auto digest = fromBase64(reference.childText("CheckValue"));
    return {files.find(from, written).value_or(written), digest.value_or(Bytes{})};
}

void readReferences(PackageFiles& files, const Element& info, SignatureDescription& description) {
    description.checkMethod = "MD5";
    const Element* references = info.child("References");
    if (references == nullptr)
        return;
    if (const auto method = references->attribute("CheckMethod"))
        description.checkMethod = trimmed(*method);
    for (const Element& reference : references->children)
        if (reference.name == "Reference")
            description.files.push_back(readReference(files, description.path, reference));
}

void readStamps(const Element& info, SignatureDescription& description) {
    for (const Element& stamp : info.children) {
        if (stamp.name != "StampAnnot")
            continue;
        const auto boundary = document::ofd::parseBox(stamp.attribute("Boundary").value_or(""));
        if (!boundary)
            continue;
        description.stamps.push_back(
            {std::string(stamp.attribute("PageRef").value_or("")), *boundary,
             document::ofd::parseBox(stamp.attribute("Clip").value_or(""))});
    }
}

} // namespace

Result<SignatureList> signatureList(const document::Package& package) {
    PackageFiles files(package);
    const Element entry = TRY(files.xml(std::string(kOfdFile)));
    const Element* body = entry.child("DocBody");
    const std::string_view list = body != nullptr ? body->childText("Signatures") : "";
    if (list.empty())
        return SignatureList{};
    const auto listPath = files.find(kOfdFile, list);
    if (!listPath) // named but never made: some producers write the reference in advance
        return SignatureList{};
    const Element signatures = TRY(files.xml(*listPath));
    SignatureList found{.path = *listPath};
    for (const Element& signature : signatures.children) {
        if (signature.name != "Signature")
            continue;
        std::string path = TRY(files.find(*listPath, signature.attribute("BaseLoc").value_or("")));
        // Named twice, it is still one.
        if (std::ranges::find(found.signatures, path) == found.signatures.end())
            found.signatures.push_back(std::move(path));
    }
    if (found.signatures.size() > kMostSignatures)
        return fail(ErrorKind::limitExceeded, "verify.too-many-signatures", Remedy::supplier);
    return found;
}

Result<SignatureDescription> readSignature(const document::Package& package,
                                           const std::string& path) {
    PackageFiles files(package);
    const Element root = TRY(files.xml(path));
    const Element* info = root.child("SignedInfo");
    if (info == nullptr)
        return fail(ErrorKind::malformed, "document.malformed-xml", Remedy::supplier,
                    "no SignedInfo");
    const Element* references = info->child("References");
    if (references != nullptr && references->children.size() > kMostReferences)
        return fail(ErrorKind::limitExceeded, "verify.too-many-references", Remedy::supplier, path);
    SignatureDescription description{.path = path};
    readReferences(files, *info, description);
    readStamps(*info, description);
    if (const Element* seal = info->child("Seal"))
        description.sealPath = files.find(path, seal->childText("BaseLoc")).value_or("");
    description.valuePath = files.find(path, root.childText("SignedValue")).value_or("");
    return description;
}

} // namespace kiosk::verify
