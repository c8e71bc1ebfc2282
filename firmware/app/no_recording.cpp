// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/recording.h"

namespace kiosk::app {

bool hasRecorder() {
    return false;
}

Result<std::unique_ptr<drivers::CardReader>>
openRecordedSam(const std::string& /*port*/, const std::filesystem::path& /*folder*/) {
    return fail(ErrorKind::configuration, "config.no-recorder", Remedy::configuration,
                "\"record\" is for development builds");
}

} // namespace kiosk::app
