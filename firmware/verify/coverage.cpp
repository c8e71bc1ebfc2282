// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/coverage.h"

#include <algorithm>
#include <set>

namespace kiosk::verify {

namespace {

using Paths = std::set<std::string, std::less<>>;

constexpr std::string_view kEntryFile = "OFD.xml";

Paths listedBy(const SignatureDescription& signature) {
    Paths paths;
    for (const ProtectedFile& file : signature.files)
        paths.insert(file.path);
    return paths;
}

/// What the signing itself is made of cannot list itself.
Paths ownFiles(const std::vector<SignatureDescription>& signatures) {
    Paths paths;
    for (const SignatureDescription& signature : signatures)
        paths.insert({signature.path, signature.valuePath, signature.sealPath});
    return paths;
}

/// The list of signatures itself is left out on purpose where others may still sign.
bool isSignatureList(std::string_view path) {
    return path.ends_with("/Signatures.xml");
}

} // namespace

std::vector<Why> coverage(const document::Package& package,
                          const std::vector<std::string>& reachable,
                          const std::vector<SignatureDescription>& signatures) {
    Paths shown(reachable.begin(), reachable.end());
    shown.emplace(kEntryFile);
    std::vector<Why> findings;
    if (!std::ranges::includes(listedBy(signatures.back()), shown))
        findings.push_back(Why::partlyProtected);
    Paths known = ownFiles(signatures);
    for (const SignatureDescription& signature : signatures)
        known.merge(listedBy(signature));
    known.insert(shown.begin(), shown.end());
    if (std::ranges::any_of(package.names(), [&](const std::string& name) {
            return !known.contains(name) && !isSignatureList(name) && !name.ends_with('/');
        }))
        findings.push_back(Why::strangerFile);
    return findings;
}

} // namespace kiosk::verify
