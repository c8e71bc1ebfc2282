// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/trust_health.h"

#include <algorithm>

#include "firmware/seal/certificate.h"

namespace kiosk::app {

namespace {

/// When the newest file below the folder was written; nothing where there is none.
std::optional<WallTime> lastChange(const std::filesystem::path& folder) {
    std::optional<std::filesystem::file_time_type> newest;
    std::error_code failed;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, failed)) {
        const auto time = entry.last_write_time(failed);
        if (!failed && entry.is_regular_file(failed))
            newest = std::max(newest.value_or(time), time);
    }
    if (!newest)
        return std::nullopt;
    return std::chrono::time_point_cast<WallTime::duration>(
        std::chrono::file_clock::to_sys(*newest));
}

} // namespace

health::Trust trustHealthOf(const verify::TrustList& list, const std::filesystem::path& folder) {
    health::Trust trust{.loaded = health::Outcome{},
                        .name = health::ListName::of(list.name()),
                        .roots = static_cast<int>(list.roots.size()),
                        .copySigners = static_cast<int>(list.copySigners.size()),
                        .changed = lastChange(folder)};
    const auto heed = [&trust](ByteView der) {
        if (const auto certificate = seal::parseCertificate(der))
            trust.firstEnd =
                std::min(trust.firstEnd.value_or(certificate->validUntil), certificate->validUntil);
    };
    for (const Bytes& root : list.roots)
        heed(root);
    for (const verify::CopySigner& signer : list.copySigners)
        heed(signer.certificate);
    return trust;
}

} // namespace kiosk::app
