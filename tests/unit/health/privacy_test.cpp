// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/health/doctor_text.h"
#include "firmware/health/open_metrics.h"
#include "firmware/health/report.h"
#include "tests/unit/health/health_with_person.h"

namespace kiosk::health {

TEST_CASE("G7 a person in every text that comes in stands in no outlet") {
    for (const std::string_view person : tests::kPerson) {
        CAPTURE(person);
        const Health health = tests::healthKnowing(person);
        for (const std::string& outlet :
             {reportOf(health).dump(), openMetricsOf(health), doctorText(reportOf(health)).value()})
            CHECK(outlet.find(person) == std::string::npos);
        CHECK(reportOf(health).dump().find(Cause::kUnnamed) != std::string::npos);
    }
}

TEST_CASE("G7 a cause holds a code and nothing else") {
    for (const std::string_view code : {"printer.paper-jam", "printer.no-a4", "bytes.base64"})
        CHECK(Cause(code, Remedy::wait).code() == code);
    for (const std::string_view text :
         {"", ".", "printer", "printer.", ".jam", "Printer.jam", "printer.paper jam", "printer.1",
          "printer.a999", "card.zhang", "card.990101199001010017", "a.b.c", "printer.jam\n",
          "printer.卡纸", "printer.jam-",
          "printer.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
        CAPTURE(text);
        CHECK(Cause(text, Remedy::wait).code() == Cause::kUnnamed);
    }
}

TEST_CASE("G7 regions, versions and lists are numbers in their own form, or none") {
    CHECK(RegionCode("990000").text() == "990000");
    CHECK(RegionCode("010000").text() == "010000");
    for (const std::string_view text : {"", "99000", "9900000", "99000X", "张晓样", "-90000"})
        CHECK(RegionCode(text).text() == "000000");
    CHECK(Version::of("0.1.0")->text() == "0.1.0");
    for (const std::string_view text : {"", "1", "1.2", "1.2.3.4", "1.2.x", "-1.2.3", "1.2.10000"})
        CHECK_FALSE(Version::of(text));
    CHECK(ListName::of("3F7A-09C2")->text() == "3F7A-09C2");
    CHECK(ListName::of("0000-000a")->text() == "0000-000A");
    for (const std::string_view text : {"", "3F7A09C2", "3F7A-09C", "ZHAN-GSAN", "3F7A-09C2-1"})
        CHECK_FALSE(ListName::of(text));
    CHECK(RecordMark::of("3f7a09c2d14e5b60")->text() == "3f7a09c2d14e5b60");
    CHECK(RecordMark::of("00000000000000ff" + std::string(48, 'a'))->text() == "00000000000000ff");
    for (const std::string_view text :
         {"", "3f7a09c2d14e5b6", "3F7A09C2D14E5B60", "zhangxiaoyang017"})
        CHECK_FALSE(RecordMark::of(text));
}

} // namespace kiosk::health
