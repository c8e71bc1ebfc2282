// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/app/recording.h"
#include "tests/support/emulated_sam_reader.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::tests;

TEST_CASE("G7 a build without recorder refuses to record, though a reader is there") {
    MockTestbed bed;
    SamDeviceModel model;
    const EmulatedSamReader device(bed, model, UsbFraming::split);
    const TemporaryFolder folder;
    const auto reader = app::openRecordedSam("", folder.path());
    REQUIRE_FALSE(app::hasRecorder());
    REQUIRE_FALSE(reader);
    CHECK(reader.error().code() == "config.no-recorder");
    CHECK(reader.error().remedy() == Remedy::configuration);
    CHECK(std::filesystem::is_empty(folder.path()));
}
