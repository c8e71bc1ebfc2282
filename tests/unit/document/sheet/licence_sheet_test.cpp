// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/sheet/sheet.h"
#include "tests/support/ofd_builder.h"
#include "tests/support/sample_marks.h"

namespace kiosk::document {

namespace {

constexpr std::string_view kText = "<ofd:TextObject ID='10' Boundary='5 5 50 10' Font='3' Size='5'>"
                                   "<ofd:TextCode X='0' Y='5' DeltaX='5'>证照</ofd:TextCode>"
                                   "</ofd:TextObject>";

} // namespace

TEST_CASE("R7 an OFD licence is set on a sheet, and is in it") {
    const auto sheetOf = [](std::string_view content) {
        const tests::OfdParts parts{.size = "0 0 210 297", .page = content};
        const auto package = Package::open(tests::makeOfd(parts));
        REQUIRE(package);
        const auto licence = Document::open(*package);
        REQUIRE(licence);
        auto sheet = composeSheet(*licence, {}, tests::sampleMarks());
        REQUIRE(sheet);
        return std::move(*sheet);
    };
    const Sheet written = sheetOf(kText);
    const Sheet empty = sheetOf("");
    CHECK(written.pages == 1);
    CHECK(written.pdf.size() > empty.pdf.size());
}

} // namespace kiosk::document
