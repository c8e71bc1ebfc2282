// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/ipp/ipp_printer.h"
#include "tests/support/fake_ipp_server.h"

// The IPP module against answers no real printer would give, and against none.

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;
using tests::FakeIppReply;
using tests::FakeIppServer;
using Tag = FakeIppReply::Tag;

const PrintDocument kCopy{.pdf = toBytes("%PDF-1.5 copy"), .pages = 1, .jobName = "copy"};

constexpr char kPrintJob = 0x02;
constexpr char kCancelJob = 0x08;
constexpr char kGetJobAttributes = 0x09;
constexpr char kGetJobs = 0x0a;

char operation(const std::string& request) {
    return request.at(3);
}

std::string idlePrinter(const std::string& request, const std::string& format) {
    return FakeIppReply(request, 0)
        .group(Tag::printerGroup)
        .number(Tag::enumeration, "printer-state", 3)
        .text(Tag::keyword, "printer-state-reasons", "none")
        .text(Tag::mimeType, "document-format-supported", format)
        .http();
}

/// A printer that is well until it is asked to print, and then answers like this.
FakeIppServer::Answer onPrint(FakeIppServer::Answer answer) {
    return [answer = std::move(answer)](const std::string& request) -> std::optional<std::string> {
        if (operation(request) == kPrintJob)
            return answer(request);
        return idlePrinter(request, "application/pdf");
    };
}

IppOptions patientFor(const FakeIppServer& server, std::chrono::milliseconds limit) {
    return {.uri = server.uri(), .queryLimit = limit, .printLimit = limit};
}

std::string openError(const FakeIppServer::Answer& answer) {
    const FakeIppServer server(answer);
    const auto printer = openIpp(patientFor(server, 300ms));
    return printer ? "" : printer.error().code();
}

/// The code a submit ends with, and how often the printer was given the document.
std::pair<std::string, int> submitError(const FakeIppServer::Answer& answer) {
    const FakeIppServer server(onPrint(answer));
    const auto printer = openIpp(patientFor(server, 300ms));
    REQUIRE(printer);
    const auto id = (*printer)->submit(kCopy, {});
    return {id ? "" : id.error().code(), server.requests() - 1};
}

} // namespace

TEST_CASE("an address that is none is said to whoever configures the kiosk") {
    for (const auto* uri : {"", "printer", "http://localhost/ipp", "ipp://", "usb://x/y"}) {
        INFO(uri);
        const auto printer = openIpp({.uri = uri});
        REQUIRE_FALSE(printer);
        CHECK(printer.error().code() == "printer.address");
        CHECK(printer.error().remedy() == Remedy::configuration);
    }
}

TEST_CASE("credentials in an address are not repeated as the printer's port") {
    const FakeIppServer server([](const auto& request) { return idlePrinter(request, "x/y"); });
    std::string uri = server.uri();
    uri.replace(0, 6, "ipp://user:secret@");
    const auto printer = openIpp({.uri = uri});
    REQUIRE(printer);
    CHECK((*printer)->identity().port == server.uri());
}

TEST_CASE("a printer that is not there is gone") {
    std::string uri;
    {
        const FakeIppServer server([](const auto&) { return std::nullopt; });
        uri = server.uri();
    }
    CHECK(openIpp({.uri = uri}).error().code() == "printer.gone");
}

TEST_CASE("a mute printer is silent within its deadline") {
    CHECK(openError([](const auto&) { return std::nullopt; }) == "printer.silent");
}

TEST_CASE("a printer that hangs up is silent") {
    CHECK(openError([](const auto&) { return std::string(); }) == "printer.silent");
}

TEST_CASE("a printer that stops in the middle of its answer does not answer") {
    for (const std::size_t cut : {1U, 20U, 90U, 120U, 150U}) {
        INFO(cut << " bytes");
        const std::string code = openError([cut](const std::string& request) {
            return idlePrinter(request, "application/pdf").substr(0, cut);
        });
        CHECK((code == "printer.silent" || code == "printer.malformed-answer"));
    }
}

TEST_CASE("an answer that is no IPP is malformed") {
    CHECK(openError([](const auto&) {
              return "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n<html>hello</html>\r\n";
          }) == "printer.malformed-answer");
}

TEST_CASE("an answer without the printer's state is malformed") {
    CHECK(openError([](const std::string& request) {
              return FakeIppReply(request, 0).group(Tag::printerGroup).http();
          }) == "printer.malformed-answer");
    CHECK(openError([](const std::string& request) {
              return FakeIppReply(request, 0)
                  .group(Tag::printerGroup)
                  .text(Tag::keyword, "printer-state", "idle")
                  .http();
          }) == "printer.malformed-answer");
}

TEST_CASE("an answer to another request is malformed") {
    CHECK(openError([](const std::string& request) {
              std::string other = request;
              other[7] = static_cast<char>(other[7] + 1);
              return idlePrinter(other, "application/pdf");
          }) == "printer.malformed-answer");
}

TEST_CASE("a printer that asks for a password has refused") {
    CHECK(openError([](const auto&) {
              return "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
          }) == "printer.refused");
}

TEST_CASE("a printer without PDF is not sent one") {
    const FakeIppServer server(
        [](const std::string& request) { return idlePrinter(request, "image/pwg-raster"); });
    const auto printer = openIpp(patientFor(server, 300ms));
    REQUIRE(printer);
    CHECK((*printer)->submit(kCopy, {}).error().code() == "printer.format-refused");
    CHECK(server.requests() == 1);
}

TEST_CASE("D9 whatever happens after the first byte, a document is handed over once") {
    const auto status = [](std::uint16_t code) {
        return [code](const std::string& request) { return FakeIppReply(request, code).http(); };
    };
    using Row = std::pair<FakeIppServer::Answer, std::string>;
    const std::vector<Row> rows = {
        {[](const auto&) { return std::nullopt; }, "printer.silent"},
        {[](const auto&) { return std::string(); }, "printer.silent"},
        {[](const auto&) { return "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"; },
         "printer.silent"},
        {[](const auto&) { return "HTTP/1.1 401 Who\r\nContent-Length: 0\r\n\r\n"; },
         "printer.refused"},
        {[](const auto&) { return "HTTP/1.1 426 TLS\r\nContent-Length: 0\r\n\r\n"; },
         "printer.refused"},
        {status(0x0000), "printer.malformed-answer"}, // done, it says, and names no job
        {status(0x0507), "printer.busy"},
        {status(0x040a), "printer.format-refused"},
        {status(0x0403), "printer.refused"},
    };
    for (const auto& [answer, expected] : rows) {
        const auto [code, handedOver] = submitError(answer);
        CHECK(code == expected);
        CHECK(handedOver == 1);
    }
}

TEST_CASE("the document and its job attributes arrive whole") {
    std::string received;
    const auto [code, handedOver] = submitError([&](const std::string& request) {
        received = request;
        return FakeIppReply(request, 0)
            .group(Tag::jobGroup)
            .number(Tag::integer, "job-id", 12)
            .http();
    });
    CHECK(code.empty());
    CHECK(received.ends_with("%PDF-1.5 copy"));
    for (const auto* expected : {"iso_a4_210x297mm", "one-sided", "application/pdf", "kiosk"})
        CHECK(received.find(expected) != std::string::npos);
}

TEST_CASE("a stop asked for before anything was sent sends nothing") {
    const FakeIppServer server(onPrint([](const auto&) { return std::nullopt; }));
    const auto printer = openIpp(patientFor(server, 300ms));
    REQUIRE(printer);
    std::stop_source stop;
    stop.request_stop();
    CHECK((*printer)->submit(kCopy, stop.get_token()).error().code() == "printer.stopped");
    CHECK(server.requests() == 1);
}

TEST_CASE("a stop ends the wait for a mute printer") {
    const FakeIppServer server(onPrint([](const auto&) { return std::nullopt; }));
    const auto printer = openIpp(patientFor(server, 1h));
    REQUIRE(printer);
    std::stop_source stop;
    const std::jthread asker([&] {
        while (server.requests() < 2)
            std::this_thread::yield();
        stop.request_stop();
    });
    CHECK((*printer)->submit(kCopy, stop.get_token()).error().code() == "printer.silent");
}

TEST_CASE("D8 a printer whose page count goes backwards does not take pages back") {
    int completed = 2;
    const FakeIppServer server([&](const std::string& request) {
        if (operation(request) == kPrintJob)
            return FakeIppReply(request, 0)
                .group(Tag::jobGroup)
                .number(Tag::integer, "job-id", 1)
                .http();
        if (operation(request) == kGetJobAttributes)
            return FakeIppReply(request, 0)
                .group(Tag::jobGroup)
                .number(Tag::enumeration, "job-state", 5)
                .number(Tag::integer, "job-impressions-completed", completed--)
                .http();
        return idlePrinter(request, "application/pdf");
    });
    const auto printer = openIpp(patientFor(server, 300ms));
    const PrintDocument pages{.pdf = kCopy.pdf, .pages = 3, .jobName = "copy"};
    const int job = *(*printer)->submit(pages, {});
    CHECK((*printer)->progress({job, 3}, {})->pagesOut == 2);
    CHECK((*printer)->progress({job, 3}, {})->pagesOut == 2);
}

TEST_CASE("D8 a printer that does not count has put out all of a finished job, whoever asks") {
    const FakeIppServer server([](const std::string& request) {
        constexpr int kCompleted = 9;
        if (operation(request) == kGetJobAttributes)
            return FakeIppReply(request, 0)
                .group(Tag::jobGroup)
                .number(Tag::enumeration, "job-state", kCompleted)
                .http();
        return idlePrinter(request, "application/pdf");
    });
    const auto openedAnew = openIpp(patientFor(server, 300ms));
    REQUIRE(openedAnew);
    CHECK((*openedAnew)->progress({.id = 1, .pages = 3}, {})->pagesOut == 3);
}

TEST_CASE("D9 a printer that will not let go of a job is not called clear") {
    std::string question;
    int cancels = 0;
    const FakeIppServer server([&](const std::string& request) {
        constexpr std::uint16_t kNotPossible = 0x0404;
        if (operation(request) == kCancelJob) {
            ++cancels;
            return FakeIppReply(request, kNotPossible).http();
        }
        if (operation(request) != kGetJobs)
            return idlePrinter(request, "application/pdf");
        question = request;
        return FakeIppReply(request, 0)
            .group(Tag::jobGroup)
            .number(Tag::integer, "job-id", 5)
            .group(Tag::jobGroup)
            .number(Tag::integer, "job-id", 6)
            .http();
    });
    const auto printer = openIpp(patientFor(server, 300ms));
    REQUIRE(printer);
    CHECK((*printer)->clearJobs({}).error().code() == "printer.busy");
    CHECK(cancels == 2);
    for (const auto* expected : {"which-jobs", "not-completed", "my-jobs", "kiosk"})
        CHECK(question.find(expected) != std::string::npos);
}

} // namespace kiosk::drivers
