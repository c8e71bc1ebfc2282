// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/trust_list.h"

#include <algorithm>
#include <string>

#include "firmware/base/files.h"
#include "firmware/seal/certificate.h"

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

} // namespace

Result<TrustList> TrustList::load(const std::filesystem::path& folder) {
    TrustList list;
    for (const std::filesystem::path& file : certificateFiles(folder))
        for (Bytes& certificate : TRY(certificatesIn(file)))
            list.roots.push_back(std::move(certificate));
    if (list.roots.empty())
        return fail(ErrorKind::configuration, "trust.empty", Remedy::configuration,
                    folder.string());
    return list;
}

} // namespace kiosk::verify
