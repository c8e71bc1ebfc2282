// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/style/arrows.h"

using namespace kiosk::style;

namespace {

const Arrows kArrows = parseArrows(R"(
# from the ground up
base:
seal:      base
drivers:   base
drivers/*: base drivers
app:       *
<openssl/: seal
)");

std::string findingsIn(const std::string& path, const std::string& text) {
    return toText(checkArrows({{path, text}}, kArrows));
}

} // namespace

TEST_CASE("an include along the arrow is fine") {
    CHECK(findingsIn("seal/digest.cpp", "#include \"base/bytes.h\"\n#include \"seal/digest.h\"\n")
              .empty());
    CHECK(findingsIn("app/main.cpp", "#include \"drivers/ipp/ipp.h\"\n").empty());
}

TEST_CASE("an include by macro is nobody's room") {
    CHECK(findingsIn("base/type.cpp", "#include FT_FREETYPE_H\n").empty());
}

TEST_CASE("an include against the arrow is found with its line") {
    CHECK(findingsIn("base/bytes.h", "#pragma once\n#include \"seal/digest.h\"\n") ==
          "base/bytes.h:2: base may not include seal/digest.h\n");
}

TEST_CASE("a driver module may include its interface but no other module") {
    CHECK(findingsIn("drivers/ipp/ipp.cpp", "#include \"drivers/printer.h\"\n").empty());
    CHECK(findingsIn("drivers/ipp/deep/ipp.cpp", "#include \"drivers/ipp/ipp.h\"\n").empty());
    CHECK(findingsIn("drivers/ipp/ipp.cpp", "#include \"drivers/raster/raster.h\"\n") ==
          "drivers/ipp/ipp.cpp:1: drivers/ipp may not include drivers/raster/raster.h\n");
}

TEST_CASE("an interface may not include its modules") {
    CHECK_FALSE(findingsIn("drivers/printer.h", "#include \"drivers/ipp/ipp.h\"\n").empty());
}

TEST_CASE("a library is included by its owner alone") {
    CHECK(findingsIn("seal/digest.cpp", "#include <openssl/evp.h>\n").empty());
    CHECK(findingsIn("drivers/printer.cpp", "#include <vector>\n#include <openssl/evp.h>\n") ==
          "drivers/printer.cpp:2: <openssl/evp.h> is another room's\n");
}

TEST_CASE("a file outside the known rooms is found") {
    CHECK_FALSE(findingsIn("attic/box.h", "").empty());
}

TEST_CASE("a table whose arrows run in a circle is refused") {
    CHECK(checkCircles(kArrows).empty());
    CHECK(checkCircles(parseArrows("a: b\nb: c\nc: a\nd: a\n")).size() == 3);
}

TEST_CASE("a room without a README is found, and a folder around rooms") {
    const SourceFile module{"drivers/ipp/deep/ipp.cpp", ""};
    CHECK(toText(checkReadmes({module}, kArrows)) ==
          "drivers:0: has no README.md\ndrivers/ipp:0: has no README.md\n");
    CHECK(checkReadmes({module, {"drivers/README.md", ""}, {"drivers/ipp/README.md", ""}}, kArrows)
              .empty());
}
