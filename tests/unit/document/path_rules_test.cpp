// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/package.h"
#include "firmware/document/path_rules.h"

using namespace kiosk::document;

TEST_CASE("a reference is relative to the folder of the file that holds it") {
    CHECK(resolvePath("OFD.xml", "Doc_0/Document.xml") == "Doc_0/Document.xml");
    CHECK(resolvePath("Doc_0/Document.xml", "Pages/Page_0/Content.xml") ==
          "Doc_0/Pages/Page_0/Content.xml");
    CHECK(resolvePath("Doc_0/Signs/Sign_0/Signature.xml", "./Seal.esl") ==
          "Doc_0/Signs/Sign_0/Seal.esl");
}

TEST_CASE("a leading slash means the root of the package") {
    CHECK(resolvePath("Doc_0/Document.xml", "/Doc_0/Res/font.ttf") == "Doc_0/Res/font.ttf");
    CHECK(resolvePath("Doc_0/Document.xml", "/") == "");
}

TEST_CASE("steps up are followed inside the package and refused beyond it") {
    CHECK(resolvePath("Doc_0/Signs/Signatures.xml", "../Res/a.png") == "Doc_0/Res/a.png");
    CHECK(resolvePath("Doc_0/Document.xml", "../../etc/passwd").error().code() ==
          "document.unsafe-path");
    CHECK(resolvePath("OFD.xml", "/../x").error().code() == "document.unsafe-path");
}

TEST_CASE("doubled slashes and dots change nothing") {
    CHECK(resolvePath("Doc_0/Document.xml", "Res//./a.png") == "Doc_0/Res/a.png");
}

TEST_CASE("an entry name is safe only as a plain path inside the package") {
    CHECK(isSafeEntryName("Doc_0/Res/中文 目录/a.png"));
    CHECK(isSafeEntryName("Doc_0/"));
    for (const char* name :
         {"", "/", "/OFD.xml", "../x", "a/../b", "a//b", "./a", "a\\b", "C:/x", "a/\n", "a//"}) {
        CAPTURE(name);
        CHECK_FALSE(isSafeEntryName(name));
    }
}
