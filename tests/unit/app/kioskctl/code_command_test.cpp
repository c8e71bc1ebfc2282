// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "drivers/camera/picture_file.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/base/files.h"
#include "firmware/verify/copy_verifier.h"
#include "tests/support/caught_output.h"
#include "tests/support/code_pictures.h"
#include "tests/support/sample_copy_code.h"
#include "tests/support/sample_licences.h"

using namespace kiosk;
using namespace kiosk::app;
using nlohmann::json;

namespace {

const std::string kFile = "the licence's file";

/// A region's trust folder, and pictures of codes.
struct Scene {
    tests::SampleOffice office;
    tests::TemporaryFolder folder;
    std::string picture = folder.path() / "code.png";
    std::string licence = folder.path() / "licence.ofd";
    std::string trust = folder.path() / "trust";

    Scene() {
        std::filesystem::create_directories(std::filesystem::path(trust) / "copy-signers");
        put(trust + "/root.pem", office.issuer().rootPem());
        put(trust + "/copy-signers/990000.pem", office.issuer().copySignerPem());
        put(licence, kFile);
    }
    static void put(const std::string& file, const std::string& content) {
        REQUIRE(writeFile(file, bytesOf(content)));
    }
    CopyCode signedCode() const {
        CopyCode code = tests::sampleCopyCode();
        code.fileDigest = verify::copyDigest(bytesOf(kFile));
        return office.issuer().signCopy(code).value();
    }
    tests::CaughtOutput read(const std::string& text, std::vector<std::string> options) const {
        const auto frame = tests::drawCode(text, {.modulePixels = 7});
        REQUIRE(writeFile(picture, drivers::pngFromFrame(frame).value()));
        options.insert(options.begin(), picture);
        const std::vector<std::string_view> words(options.begin(), options.end());
        return tests::catchOutput([&] { return cameraCommands()[1].run(words); });
    }
    tests::CaughtOutput judged(const std::string& text) const {
        return read(text, {"--trust", trust, "--at", "2026-11-24", "--json"});
    }
};

} // namespace

TEST_CASE("R7 kioskctl says what a copy's code is and that its region signed it") {
    const Scene scene;
    const auto read = scene.judged(toText(scene.signedCode()));
    CHECK(read.exitCode == kExitDone);
    const json answer = json::parse(read.out);
    CHECK(answer["kind"] == "copy");
    CHECK(answer["copy"]["region"] == "990000");
    CHECK(answer["copy"]["copyNumber"] == "A7K2-93QX-0001");
    CHECK(answer["copy"]["purpose"] == "school");
    CHECK(answer["copy"]["reservedAt"] == "2026-11-23T10:00:00Z");
    CHECK(answer["signature"]["verdict"] == "valid");
    CHECK(answer["signature"]["reason"] == "copy.signature-genuine");
    CHECK(answer["signature"]["signer"] == "云州市证照副本签发");
}

TEST_CASE("V1 kioskctl refuses a changed code, and cannot tell of an unknown region's") {
    const Scene scene;
    CopyCode changed = scene.signedCode();
    changed.purposeKey = "bank";
    const auto refused = scene.judged(toText(changed));
    CHECK(refused.exitCode == kExitNotValid);
    CHECK(json::parse(refused.out)["signature"]["reason"] == "copy.changed");
    const auto unknown = scene.judged(toText(tests::sampleCopyCode()));
    CHECK(unknown.exitCode == kExitCannot);
    CHECK(json::parse(unknown.out)["signature"]["reason"] == "copy.signer-unknown");
}

TEST_CASE("R7 kioskctl says whether a code belongs to a licence's file") {
    const Scene scene;
    const std::string text = toText(scene.signedCode());
    const auto same = scene.read(text, {"--file", scene.licence, "--json"});
    CHECK(json::parse(same.out)["fileMatches"] == true);
    Scene::put(scene.licence, "another file");
    CHECK(scene.read(text, {"--file", scene.licence}).out.find("fileMatches: no") !=
          std::string::npos);
}

TEST_CASE("V2 kioskctl names any other code for what it is") {
    const Scene scene;
    const auto random = scene.read("https://example.org/menu", {"--json"});
    CHECK(random.exitCode == kExitDone);
    CHECK(json::parse(random.out) ==
          json{{"text", "https://example.org/menu"}, {"kind", "code.not-a-licence-code"}});
    CHECK(scene.judged("LK1:990000:A7K2-93QX-0001:7").exitCode == kExitCannot);
}
