// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/trust_list.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "firmware/base/files.h"
#include "firmware/seal/certificate.h"
#include "firmware/seal/digest.h"

namespace kiosk::verify {

namespace {

constexpr std::size_t kLargestPem = 1U << 20;

/// By name, so that the list is the same on every file system. A missing folder has no files.
std::vector<std::filesystem::path> certificateFiles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".pem" || entry.path().extension() == ".crt")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

Result<std::vector<Bytes>> certificatesIn(const std::filesystem::path& file) {
    const auto content = readFile(file, kLargestPem);
    const std::string name = file.filename().string();
    if (!content)
        return fail(ErrorKind::storage, "trust.unreadable", Remedy::technician, name);
    auto certificates = seal::certificatesInPem(toText(*content));
    if (!certificates)
        return fail(ErrorKind::malformed, "trust.not-a-certificate", Remedy::configuration, name);
    return certificates;
}

/// The six digits a copy signers' file begins with.
Result<std::string> regionNamedBy(const std::filesystem::path& file) {
    const std::string stem = file.stem().string();
    const std::string region = stem.substr(0, 6);
    const bool whole = region.size() == 6 &&
                       std::ranges::all_of(region, [](char c) { return c >= '0' && c <= '9'; });
    if (!whole || (stem.size() > 6 && stem[6] != '-'))
        return fail(ErrorKind::configuration, "trust.not-a-region", Remedy::configuration,
                    file.filename().string());
    return region;
}

Result<> addCopySigners(TrustList& list, const std::filesystem::path& file) {
    const std::string region = TRY(regionNamedBy(file));
    std::vector<Bytes> certificates = TRY(certificatesIn(file));
    for (Bytes& certificate : certificates) {
        const auto key = TRY(copySignerKey(certificate));
        list.copySigners.push_back({region, key, std::move(certificate)});
    }
    return {};
}

} // namespace

Result<CopyCode::SignerKey> copySignerKey(ByteView certificate) {
    const Bytes digest = TRY(seal::publicKeyDigest(certificate));
    CopyCode::SignerKey key{};
    std::ranges::copy(ByteView(digest).first(key.size()), key.begin());
    return key;
}

std::string TrustList::name() const {
    Bytes all;
    for (const Bytes& root : roots)
        std::ranges::copy(seal::sm3(root), std::back_inserter(all));
    for (const CopySigner& signer : copySigners) {
        std::ranges::copy(bytesOf(signer.regionCode), std::back_inserter(all));
        std::ranges::copy(seal::sm3(signer.certificate), std::back_inserter(all));
    }
    std::string hex = toHex(ByteView(seal::sm3(all)).first(4));
    std::ranges::transform(hex, hex.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return hex.substr(0, 4) + "-" + hex.substr(4);
}

Result<TrustList> TrustList::load(const std::filesystem::path& folder) {
    TrustList list;
    for (const std::filesystem::path& file : certificateFiles(folder))
        for (Bytes& certificate : TRY(certificatesIn(file)))
            list.roots.push_back(std::move(certificate));
    if (list.roots.empty())
        return fail(ErrorKind::configuration, "trust.empty", Remedy::configuration,
                    folder.string());
    for (const std::filesystem::path& file : certificateFiles(folder / "copy-signers"))
        TRY(addCopySigners(list, file));
    return list;
}

} // namespace kiosk::verify
