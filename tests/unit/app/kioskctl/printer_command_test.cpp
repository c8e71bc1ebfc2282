// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/app/kioskctl/command.h"
#include "tests/support/caught_output.h"
#include "tests/support/fake_ipp_server.h"

namespace kiosk::app {

namespace {

using tests::CaughtOutput;
using tests::FakeIppReply;
using tests::FakeIppServer;
using Tag = FakeIppReply::Tag;

std::string paperOut(const std::string& request) {
    return FakeIppReply(request, 0)
        .group(Tag::printerGroup)
        .number(Tag::enumeration, "printer-state", 5)
        .text(Tag::keyword, "printer-state-reasons", "media-empty-error")
        .number(Tag::integer, "printer-impressions-completed", 4711)
        .http();
}

CaughtOutput run(const std::vector<std::string>& words) {
    const std::vector<std::string_view> views(words.begin(), words.end());
    return tests::catchOutput([&] { return printerCommands().front().run(views); });
}

} // namespace

TEST_CASE("kioskctl printer status says in JSON what the printer says") {
    const FakeIppServer device(paperOut);
    const CaughtOutput output = run({"--uri", device.uri(), "--json"});
    CHECK(output.exitCode == kExitDone);
    CHECK(output.err.empty());
    for (const auto* part : {R"("paper":"out")", R"("device":"userError")", R"("canPrint":false)",
                             R"("reasons":["media-empty-error"])", R"("lifePages":4711)"}) {
        INFO(part << " in " << output.out);
        CHECK(output.out.find(part) != std::string::npos);
    }
}

TEST_CASE("kioskctl printer status tells a person the same") {
    const FakeIppServer device(paperOut);
    const CaughtOutput output = run({"--uri", device.uri()});
    CHECK(output.exitCode == kExitDone);
    CHECK(output.out.find("paper       out\n") != std::string::npos);
    CHECK(output.out.find("can print   no\n") != std::string::npos);
}

TEST_CASE("kioskctl printer status names a printer that is not there, and who must act") {
    std::string uri;
    {
        const FakeIppServer device(paperOut);
        uri = device.uri();
    }
    const CaughtOutput output = run({"--uri", uri, "--json"});
    CHECK(output.exitCode == kExitCannot);
    CHECK(output.out.empty());
    CHECK(output.err.find("printer.gone") != std::string::npos);
    CHECK(output.err.find("technician") != std::string::npos);
}

TEST_CASE("kioskctl printer status refuses words it does not know") {
    CHECK(run({}).exitCode == kExitUsage);
    CHECK(run({"--uri"}).exitCode == kExitUsage);
    CHECK(run({"--uri", "ipp://localhost/", "more"}).exitCode == kExitUsage);
    CHECK(run({"--loud"}).exitCode == kExitUsage);
    CHECK(run({"--uri", "http://localhost/"}).exitCode == kExitCannot);
}

} // namespace kiosk::app
