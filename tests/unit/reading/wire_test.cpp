// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/mman.h>

#include "firmware/base/process/shared_memory.h"
#include "firmware/reading/channel.h"
#include "firmware/reading/facts_json.h"

using namespace kiosk;
using namespace kiosk::reading;

namespace {

FileFacts everyField() {
    FileFacts facts{.format = "ofd",
                    .version = "1.1",
                    .printable = false,
                    .pages = {{{210}, {297}}, {{419.9996}, {295.0002}}},
                    .objects = {1, 2, 3, 4},
                    .fonts = {{"宋体", false, "Noto Serif CJK SC"}, {"Subset", true, ""}},
                    .customData = {{"CertificateIdentifier", "1.2.156"}},
                    .customTags = {{"证号", {"1", "2"}}}};
    facts.verdict.judgement = verify::Judgement::notValid;
    facts.verdict.checkedAt = WallTime(std::chrono::seconds(1'795'000'000));
    facts.verdict.reasons = {{"seal.digest-wrong", "references", verify::Reason::Severity::fault}};
    verify::SignatureCheck check{.kind = "SES v4",
                                 .references = verify::LayerState::failed,
                                 .validToday = verify::LayerState::ok,
                                 .signedAt = WallTime(std::chrono::seconds(1'700'000'000)),
                                 .signer = "签章人",
                                 .issuer = "CA",
                                 .sealName = "章"};
    facts.verdict.signatures = {check, verify::SignatureCheck{}};
    return facts;
}

} // namespace

TEST_CASE("facts cross the walls whole") {
    const auto sent = factsJson(everyField());
    CHECK(factsJson(factsFrom(nlohmann::json::parse(textOf(sent)))) == sent);
}

TEST_CASE("a sheet's marks cross the walls with their lines set in words") {
    const document::SheetMarks sent{
        .purpose = {"用途", "入学"},
        .copyNumber = {"编号", "7"},
        .facts = {{"状态", "有效"}},
        .code = "LK2",
        .codeHint = "扫码",
        .pageLine =
            [](std::size_t page, std::size_t count) {
                return std::to_string(page) + "/" + std::to_string(count);
            },
        .reducedLine = [](int percent) { return std::to_string(percent) + "%"; }};
    const auto json = marksJson(sent, 3);
    const document::SheetMarks received = marksFrom(nlohmann::json::parse(textOf(json)));
    CHECK(marksJson(received, 3) == json);
    CHECK(received.pageLine(2, 3) == "2/3");
    CHECK(received.reducedLine(80) == "80%");
    CHECK(received.facts.at(0).value == "有效");
}

TEST_CASE("an error crosses the walls whole, and nothing else passes for one") {
    const Error error(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, "pages");
    CHECK(errorFrom(errorJson(error)) == error);
    auto strange = errorJson(error);
    strange["kind"] = "good";
    CHECK_THROWS(errorFrom(strange));
}

TEST_CASE("a channel carries text and memory, and notices the other end's going") {
    auto [one, other] = Channel::pair().value();
    const auto memory = SharedMemory::holding(bytesOf("file")).value();
    REQUIRE(one.send("question", memory.descriptor()));
    auto message = other.receive().value();
    CHECK(message.text == "question");
    const auto received = SharedMemory::received(std::move(message.memory), 4).value();
    CHECK(toText(received.bytes()) == "file");
    {
        const Channel gone = std::move(other);
    }
    CHECK(one.receive().error().code() == kChannelBroken);
    CHECK(one.send("question").error().code() == kChannelBroken);
}

TEST_CASE("memory whose size could still change is refused") {
    Descriptor loose(::memfd_create("loose", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    REQUIRE(::ftruncate(loose.number(), 16) == 0);
    CHECK_FALSE(SharedMemory::received(std::move(loose), 16));
    const auto fixed = SharedMemory::create(16).value();
    CHECK(::ftruncate(fixed.descriptor(), 8) != 0);
    CHECK_FALSE(SharedMemory::received(Descriptor(::dup(fixed.descriptor())), 17));
}
