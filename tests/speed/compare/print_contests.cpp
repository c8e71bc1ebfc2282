// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "drivers/printer/ipp/ipp_printer.h"
#include "drivers/printer/pwg/pwg_raster.h"
#include "firmware/base/files.h"
#include "firmware/reading/plain_reader.h"
#include "firmware/visit/printable.h"
#include "tests/speed/compare/bare_post.h"
#include "tests/speed/compare/contests.h"
#include "tests/speed/compare/turns.h"
#include "tests/speed/page/licence_page.h"
#include "tests/speed/program.h"
#include "tests/support/fake_ipp_server.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::speed {

namespace {

constexpr int kPrintDpi = 300;

/// A network printer that takes everything at once, and keeps what it was asked last.
struct QuickPrinter {
    std::string lastRequest;
    tests::FakeIppServer server{[this](const std::string& request) {
        using Tag = tests::FakeIppReply::Tag;
        lastRequest = request;
        tests::FakeIppReply reply(request, 0);
        reply.group(Tag::printerGroup)
            .number(Tag::enumeration, "printer-state", 3)
            .text(Tag::mimeType, "document-format-supported", "application/pdf")
            .group(Tag::jobGroup)
            .number(Tag::integer, "job-id", 1);
        return reply.http();
    }};
};

/// From submit() to the printer's yes, beside its bytes through a socket.
Result<Comparison> besideBarePost(const Contest& contest, const Effort& effort) {
    const LicencePage page = TRY(makeLicencePage());
    QuickPrinter device;
    const auto printer = TRY(drivers::openIpp({.uri = device.server.uri()}));
    const drivers::PrintDocument sheet{.pdf = page.pdf, .jobName = "copy"};
    const Action submit = [&]() -> Result<> {
        static_cast<void>(TRY(printer->submit(sheet, {})));
        return {};
    };
    TRY(submit());
    const std::string request = device.lastRequest;
    const auto laps = TRY(
        takeTurns({submit, [&] { return postBare(device.server.uri(), request); }}, effort.rounds));
    return Comparison{.name = contest.name,
                      .what = contest.what,
                      .ours = timedSide("Printer::submit over IPP", laps[0]),
                      .peer = timedSide("the same request through a bare socket", laps[1]),
                      .difference = {}};
}

/// A page from its PDF to what goes over the wire, beside the drawing alone.
Result<Comparison> besideDrawing(const Contest& contest, const Effort& effort) {
    const LicencePage page = TRY(makeLicencePage());
    const tests::TemporaryFolder folder;
    const std::string file = (folder.path() / "page.pdf").string();
    TRY(writeFile(file, page.pdf));
    const drivers::PrintDocument sheet =
        visit::printable(std::make_shared<reading::PlainReader>(verify::TrustList{}),
                         {.pdf = page.pdf, .pages = 1}, "copy", WallTime{});
    const Words draw{
        "pdftoppm", "-gray", "-r", std::to_string(kPrintDpi), file, folder.path() / "page"};
    if (!runProgram(draw))
        return Comparison{.name = contest.name, .what = contest.what, .difference = {}};
    const auto laps = TRY(takeTurns({[&]() -> Result<> {
                                         TRY(drivers::pwg::toPwgRaster(sheet, kPrintDpi));
                                         return {};
                                     },
                                     [&]() -> Result<> {
                                         static_cast<void>(runProgram(draw));
                                         return {};
                                     }},
                                    effort.rounds));
    return Comparison{.name = contest.name,
                      .what = contest.what,
                      .ours = timedSide("printable(), toPwgRaster(): confined, in bands", laps[0]),
                      .peer = timedSide("pdftoppm -gray -r 300", laps[1]),
                      .difference = {}};
}

/// A page of print: a line of type every second centimetre, white between.
Result<drivers::RasterPage> pageOfType(const drivers::RasterForm& form) {
    drivers::RasterPage page{.width = form.width, .height = form.height};
    for (int y = 0; y < form.height; ++y)
        for (int x = 0; x < form.width; ++x)
            page.dots.push_back(y / 40 % 3 == 0 && x * y % 11 < 3 ? std::byte{} : std::byte{255});
    return page;
}

/// What no encoder does without: the dots handed over, and each looked at once.
Result<> lookAtOnce(const drivers::RasterPage& page) {
    const drivers::RasterPage copy = page;
    std::size_t changes = 0;
    for (std::size_t at = 1; at < copy.dots.size(); ++at)
        changes += copy.dots[at] != copy.dots[at - 1] ? 1 : 0;
    if (changes == 0)
        return fail(ErrorKind::internal, "speed.empty-page", Remedy::supplier);
    return {};
}

Result<Comparison> besideLooking(const Contest& contest, const Effort& effort) {
    const auto page = TRY(pageOfType(drivers::pwg::a4Form(kPrintDpi)));
    const drivers::PrintDocument document{
        .drawPage = [&](int, const drivers::RasterForm&) -> Result<drivers::RasterPage> {
            return page;
        }};
    const auto laps = TRY(takeTurns({[&]() -> Result<> {
                                         TRY(drivers::pwg::toPwgRaster(document, kPrintDpi));
                                         return {};
                                     },
                                     [&] { return lookAtOnce(page); }},
                                    effort.rounds));
    return Comparison{.name = contest.name,
                      .what = contest.what,
                      .ours = timedSide("toPwgRaster", laps[0]),
                      .peer = timedSide("the dots copied and looked at once", laps[1]),
                      .difference = {}};
}

} // namespace

std::vector<Contest> printContests() {
    return {
        {"print.handed_over", "a licence's PDF taken by a network printer", besideBarePost},
        {"print.page_dots", "a licence's page from PDF to PWG raster of 300 dpi", besideDrawing},
        {"print.encode", "dots of 300 dpi to PWG raster", besideLooking}};
}

} // namespace kiosk::speed
