// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/seal/der.h"

using namespace kiosk;
using namespace kiosk::seal;

namespace {

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

} // namespace

TEST_CASE("DER elements keep the bytes they arrived in") {
    const Bytes bytes = hex("300602010504010a");
    DerReader file(bytes);
    const DerElement element = file.any().value();
    CHECK(element.tag == tag::kSequence);
    CHECK(toHex(element.whole) == "300602010504010a");
    CHECK(toHex(element.content) == "02010504010a");
    CHECK(file.finish());
}

TEST_CASE("DER values are read by type") {
    const Bytes bytes = hex("02020100"
                            "0202ff00"
                            "06082a811ccf55018375"
                            "0c03e5b79e"
                            "0403010203"
                            "030300abcd");
    DerReader reader(bytes);
    CHECK(reader.elementsLeft() == 6);
    CHECK(reader.integer() == 256);
    CHECK(reader.integer() == -256);
    CHECK(reader.objectIdentifier() == "1.2.156.10197.1.501");
    CHECK(reader.text() == "州");
    CHECK(toHex(reader.octets().value()) == "010203");
    CHECK(toHex(reader.bits().value()) == "abcd");
    CHECK(reader.atEnd());
    CHECK(reader.nextTag() == 0);
}

TEST_CASE("DER object identifiers under the third root have a large second number") {
    const Bytes bytes = hex("0603883703");
    DerReader reader(bytes);
    CHECK(reader.objectIdentifier() == "2.999.3");
}

TEST_CASE("DER lengths of two and three bytes are read") {
    Bytes bytes = hex("0482012c");
    bytes.resize(bytes.size() + 300);
    DerReader reader(bytes);
    CHECK(reader.octets().value().size() == 300);
    CHECK(reader.atEnd());
}

TEST_CASE("DER that breaks a rule is refused with one code") {
    const std::string_view broken = GENERATE(as<std::string_view>{}, //
                                             "3080",                 // indefinite length
                                             "308106020105040a0b",   // long form for a short length
                                             "04820010",             // leading zero in the length
                                             "0485010000000000",     // length of five bytes
                                             "1f8101",               // high tag number
                                             "3005020105");          // shorter than it says
    const Bytes bytes = hex(broken);
    DerReader reader(bytes);
    const auto element = reader.any();
    REQUIRE_FALSE(element);
    CHECK((element.error().code() == "seal.der" || element.error().code() == "bytes.too-short"));
}

TEST_CASE("DER values of the wrong kind or shape are refused") {
    const auto [what, broken] = GENERATE(table<std::string, std::string>({
        {"integer", "0209010000000000000000"},
        {"integer", "0200"},
        {"oid", "06028001"},
        {"oid", "060b2affffffffffffffffff7f"},
        {"text", "0401ff"},
        {"octets", "0c0161"},
        {"bits", "030204f0"},
        {"bits", "0300"},
    }));
    const Bytes bytes = hex(broken);
    DerReader reader(bytes);
    INFO(what << " " << broken);
    CHECK_FALSE((what == "integer" && reader.integer()));
    CHECK_FALSE((what == "oid" && reader.objectIdentifier()));
    CHECK_FALSE((what == "text" && reader.text()));
    CHECK_FALSE((what == "octets" && reader.octets()));
    CHECK_FALSE((what == "bits" && reader.bits()));
}

TEST_CASE("DER bytes after the end are an error") {
    const Bytes bytes = hex("050000");
    DerReader reader(bytes);
    REQUIRE(reader.any());
    CHECK(reader.finish().error().code() == "seal.der");
}

TEST_CASE("DER reading nothing is an error, not a crash") {
    DerReader reader(ByteView{});
    CHECK_FALSE(reader.any());
    CHECK_FALSE(reader.sequence());
    CHECK_FALSE(reader.expect(0));
    CHECK(reader.elementsLeft() == 0);
}
