// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/style/words.h"

using namespace kiosk::style;

namespace {

const auto kWords = parseForbiddenWords("text FORSOOTH an issue\nname gadget what it does\n");

std::string findingsIn(const std::string& path, const std::string& text) {
    return toText(checkWords({{path, text}}, kWords));
}

// Put together here, or this file would say it too often itself.
const std::string kLicence = std::string("SPDX-License-") + "Identifier: Apache-2.0\n";

} // namespace

TEST_CASE("a forbidden word is found anywhere, whatever its case") {
    CHECK(findingsIn("README.md", "fine\n<!-- forsooth -->\n") ==
          "README.md:2: \"forsooth\": an issue\n");
    CHECK(findingsIn("README.md", "fine\n").empty());
}

TEST_CASE("a forbidden name is found as a part of identifiers and paths") {
    CHECK_FALSE(findingsIn("a.cpp", "int frameGadget();\n").empty());
    CHECK_FALSE(findingsIn("a.cpp", "class GadgetOfAll;\n").empty());
    CHECK_FALSE(findingsIn("a.cpp", "int gadget_of_all;\n").empty());
    CHECK_FALSE(findingsIn("base/gadget.h", "").empty());
    CHECK(findingsIn("a.cpp", "int widgadget;\n").empty());
    CHECK(findingsIn("a.cpp", "// of apt's gadget\nauto a = \"gadget\";\n").empty());
    CHECK(findingsIn("README.md", "a gadget at the desk\n").empty());
}

TEST_CASE("a source, script or CMake file without its licence line is found") {
    CHECK(checkLicenceLines({{"a.h", "// " + kLicence}, {"run", "#!/bin/sh\n# " + kLicence}})
              .empty());
    CHECK(checkLicenceLines({{"notes.md", "no licence line needed\n"}}).empty());
    CHECK(checkLicenceLines({{"a.h", "#pragma once\n"}}).size() == 1);
    CHECK(checkLicenceLines({{"CMakeLists.txt", "\n\n# " + kLicence}}).size() == 1);
    CHECK(checkLicenceLines({{"run", "#!/bin/sh\necho\n"}}).size() == 1);
    CHECK(checkLicenceLines({{"a.h", "// " + kLicence + "// " + kLicence}}).size() == 1);
}
