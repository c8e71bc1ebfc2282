// SPDX-License-Identifier: Apache-2.0
#include <cairo.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "drivers/code_reader/decoder.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/base/files.h"
#include "firmware/base/handle.h"
#include "firmware/handout/device_key.h"
#include "firmware/health/report.h"
#include "tests/support/caught_output.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/app/kioskctl/sample_config.h"
#include "tests/unit/handout/code_reading.h"
#include "tests/unit/health/schema_check.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// A kiosk that does not run, without devices.
struct Cabinet {
    tests::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "kiosk.json";

    Cabinet() {
        std::filesystem::create_directories(folder.path() / "state");
        REQUIRE(writeFile(file, bytesOf(sampleConfig().dump())));
    }
    tests::CaughtOutput run(std::span<const Command> commands,
                            std::vector<std::string> more) const {
        more.insert(more.begin(), {"--config", file.string()});
        const std::vector<std::string_view> words(more.begin(), more.end());
        return tests::catchOutput([&] { return commands.front().run(words); });
    }
};

std::string codeIn(const std::filesystem::path& png) {
    const Handle<cairo_surface_t, cairo_surface_destroy> picture(
        cairo_image_surface_create_from_png(png.c_str()));
    drivers::Frame frame{.width = cairo_image_surface_get_width(picture.get()),
                         .height = cairo_image_surface_get_height(picture.get())};
    const unsigned char* rows = cairo_image_surface_get_data(picture.get());
    const int stride = cairo_image_surface_get_stride(picture.get());
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            frame.luma.push_back(rows[y * stride + 4 * x]);
    const auto code = drivers::decode(frame);
    return code ? code->text : std::string();
}

std::optional<tests::ReadReport> codesIn(const std::filesystem::path& folder) {
    std::vector<std::string> texts;
    for (const auto& file : std::filesystem::directory_iterator(folder))
        texts.push_back(codeIn(file.path()));
    return tests::readCodes(texts);
}

} // namespace

TEST_CASE("G2 kioskctl readiness: standard output, slip and codes are one report") {
    const Cabinet cabinet;
    const auto slip = cabinet.folder.path() / "slip.pdf";
    const auto codes = cabinet.folder.path() / "codes";
    const auto told = cabinet.run(readinessCommands(),
                                  {"--json", "--pdf", slip.string(), "--qr", codes.string()});
    CHECK(told.exitCode == kExitNotValid);
    const json report = json::parse(told.out);
    CHECK(toText(readFile(slip).value()).starts_with("%PDF-"));
    const auto read = codesIn(codes);
    REQUIRE(read);
    CHECK(read->isSigned);
    CHECK(json::parse(read->json) == health::forCodes(report));
    const auto schema = readFile(KIOSK_SOURCE_DIR "/assets/schemas/health.schema.json");
    CHECK(tests::schemaFinding(json::parse(toText(schema.value())), report).empty());
}

TEST_CASE("G2 kioskctl readiness says what doctor says, and the name of the kiosk's key") {
    const Cabinet cabinet;
    const json report = json::parse(cabinet.run(readinessCommands(), {"--json"}).out);
    const json doctor = json::parse(cabinet.run(doctorCommands(), {"--json"}).out);
    CHECK(report["services"] == doctor["services"]);
    CHECK(report["findings"] == doctor["findings"]);
    const std::string text = cabinet.run(readinessCommands(), {}).out;
    CHECK_THAT(text, Catch::Contains(cabinet.run(doctorCommands(), {}).out.substr(0, 60)));
    const auto key =
        handout::DeviceKey::open(cabinet.folder.path() / "state" / handout::kKeyFileName);
    REQUIRE(key);
    CHECK_THAT(text, Catch::EndsWith("key " + key->fingerprint() + "\n"));
}

TEST_CASE("G2 kioskctl readiness says why nothing could be written") {
    const Cabinet cabinet;
    const auto told = cabinet.run(readinessCommands(), {"--pdf", "/no/such/folder/slip.pdf"});
    CHECK(told.exitCode == kExitCannot);
    CHECK_THAT(told.err, Catch::Contains("file."));
    std::filesystem::remove_all(cabinet.folder.path() / "state");
    CHECK_THAT(cabinet.run(readinessCommands(), {}).err, Catch::Contains("handout.key"));
}

} // namespace kiosk::app
