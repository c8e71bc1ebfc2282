// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/data_report.h"

#include <algorithm>

#include "firmware/base/log.h"
#include "firmware/licence/metadata/quality.h"
#include "firmware/reading/file_metadata.h"

namespace kiosk::visit {

Result<std::vector<std::string>> dataFindings(reading::OpenedFile& file, Date today) {
    constexpr std::string_view kMissingGlyph = "font.missing-glyph";
    std::vector<std::string> codes;
    for (const QualityFinding& finding : judgeQuality(reading::metadataOf(file.facts()), today))
        codes.emplace_back(name(finding.code));
    const auto drawing = TRY(file.findings());
    if (std::ranges::any_of(drawing, [&](const std::string& finding) {
            return finding.starts_with(kMissingGlyph);
        }))
        codes.emplace_back(kMissingGlyph);
    std::ranges::sort(codes);
    const auto repeated = std::ranges::unique(codes);
    codes.erase(repeated.begin(), repeated.end());
    return codes;
}

void reportData(const Region& region, const std::vector<std::string>& findings) {
    if (!findings.empty())
        log::tell<"quality.of-region">(region.code, findings);
}

} // namespace kiosk::visit
