// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/app/recording.h"
#include "firmware/base/files.h"
#include "tests/support/emulated_sam_reader.h"
#include "tests/support/sample_card.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::tests;

TEST_CASE("D13 a development build keeps each opening of the reader in a file of its own") {
    MockTestbed bed;
    SamDeviceModel model;
    const EmulatedSamReader device(bed, model, UsbFraming::split);
    const TemporaryFolder folder;
    REQUIRE(app::hasRecorder());
    model.lay(sampleCard());
    for (const char* file : {"card-reader-1.txt", "card-reader-2.txt"}) {
        const auto reader = app::openRecordedSam("", folder.path());
        REQUIRE(reader);
        REQUIRE((*reader)->findCard({}) == true);
        const auto text = readFile(folder.path() / file, 1U << 20);
        REQUIRE(text);
        CHECK(toText(*text).ends_with("gave yes\n"));
    }
    CHECK(app::openRecordedSam("", folder.path() / "missing").error().code() == "recorder.no-file");
}
