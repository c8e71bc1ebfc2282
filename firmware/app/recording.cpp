// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/recording.h"

#include "drivers/card_reader/sam/sam_reader.h"
#include "tests/conformance/recording/recorder.h"

namespace kiosk::app {

namespace {

/// The first of "card-reader-1.txt", "-2.txt" and so on that is not there yet.
std::filesystem::path nextFile(const std::filesystem::path& folder) {
    std::error_code ignored;
    for (int number = 1;; ++number)
        if (auto file = folder / ("card-reader-" + std::to_string(number) + ".txt");
            !std::filesystem::exists(file, ignored))
            return file;
}

} // namespace

bool hasRecorder() {
    return true;
}

Result<std::unique_ptr<drivers::CardReader>> openRecordedSam(const std::string& port,
                                                             const std::filesystem::path& folder) {
    static const SystemClock clock;
    const auto open = [&port](const drivers::OpenUsb& openUsb) {
        return drivers::sam::openSamUsb({}, port, openUsb);
    };
    return tests::openRecordedReader(nextFile(folder), clock, open, drivers::UsbTransport::open);
}

} // namespace kiosk::app
