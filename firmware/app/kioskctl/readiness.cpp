// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/readiness.h"

#include "firmware/app/handout_words.h"
#include "firmware/app/kioskctl/code_files.h"
#include "firmware/base/files.h"
#include "firmware/visit/visit_view.h"

namespace kiosk::app {

namespace {

Result<> writeSlip(const handout::Handout& handout, const Config& config,
                   const std::filesystem::path& file) {
    const kit::Catalogue catalogue = TRY(kit::Catalogue::load(config.assets / "texts"));
    const auto notice =
        handout::noticeOf(handout, config.place, handoutWordsOf(catalogue, visit::Language{}.tag));
    return writeFile(file, TRY(document::composeNotice(notice)).pdf);
}

} // namespace

Result<handout::Handout> signedHandout(const std::string& report, const Config& config) {
    const auto key = TRY(handout::DeviceKey::openOrMake(config.state / handout::kKeyFileName));
    return handout::handoutOf(report, key);
}

Result<> handOut(const handout::Handout& handout, const Config& config,
                 const ReadinessOutlets& outlets) {
    if (outlets.slip)
        TRY(writeSlip(handout, config, *outlets.slip));
    if (outlets.codes)
        TRY(writeCodes(handout.codes.texts, *outlets.codes, "health-code"));
    return {};
}

} // namespace kiosk::app
