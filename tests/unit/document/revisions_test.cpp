// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::tests;
using document::Document;
using document::Package;
using document::Revision;

namespace {

/// A Document.xml with one empty page of so many millimetres a side.
std::string sized(int side) {
    const std::string length = std::to_string(side);
    return "<Document><CommonData><PageArea><PhysicalBox>0 0 " + length + " " + length +
           "</PhysicalBox></PageArea></CommonData><Pages><Page ID='1' BaseLoc='/P.xml'/></Pages>"
           "</Document>";
}

Package packed(std::string_view bodies, std::map<std::string, std::string> files) {
    files["OFD.xml"] = "<OFD>" + std::string(bodies) + "</OFD>";
    files["P.xml"] = "<Page/>";
    return Package::open(makeZip({files.begin(), files.end()})).value();
}

std::vector<Revision> revisionsOf(const Package& package) {
    const auto found = Document::revisions(package);
    REQUIRE(found);
    return *found;
}

double widthOf(const Package& package, const Revision& revision) {
    return Document::open(package, revision).value().pageSize(0).width.value;
}

/// Two documents: one with a listed and a current version, one plain.
Package twoDocuments() {
    return packed("<DocBody><DocRoot>Doc_0/Document.xml</DocRoot><Versions>"
                  "<Version ID='7' Index='0' BaseLoc='V0.xml'/>"
                  "<Version ID='8' Index='1' Current='true' BaseLoc='V1.xml'/></Versions></DocBody>"
                  "<DocBody><DocRoot>Doc_1/Document.xml</DocRoot></DocBody>",
                  {{"V0.xml", "<DocVersion><DocRoot>Doc_0/Document.xml</DocRoot></DocVersion>"},
                   {"V1.xml", "<DocVersion><DocRoot>Doc_0/Later.xml</DocRoot></DocVersion>"},
                   {"Doc_0/Document.xml", sized(10)},
                   {"Doc_0/Later.xml", sized(20)},
                   {"Doc_1/Document.xml", sized(30)}});
}

} // namespace

TEST_CASE("R8 every state of every document of a package can be opened") {
    const Package package = twoDocuments();
    const auto all = revisionsOf(package);
    REQUIRE(all.size() == 3);
    CHECK(all[0] == Revision{0, "7", "Doc_0/Document.xml", false});
    CHECK(all[1] == Revision{0, "8", "Doc_0/Later.xml", true});
    CHECK(all[2] == Revision{1, "", "Doc_1/Document.xml", true});
    CHECK(widthOf(package, all[0]) == 10);
    CHECK(widthOf(package, all[1]) == 20);
    CHECK(widthOf(package, all[2]) == 30);
    CHECK(Document::open(package)->pageSize(0).width.value == 20);
}

TEST_CASE("R8 an older Document.xml that no version lists is found beside the newest") {
    const Package package = packed("<DocBody><DocRoot>Doc_0/Document_1.xml</DocRoot></DocBody>",
                                   {{"Doc_0/Document.xml", sized(10)},
                                    {"Doc_0/Document_0.xml", sized(15)},
                                    {"Doc_0/Document_1.xml", sized(20)},
                                    {"Doc_0/DocumentRes.xml", "<Res/>"},
                                    {"Doc_0/Document_broken.xml", "<Document"}});
    const auto all = revisionsOf(package);
    REQUIRE(all.size() == 3);
    CHECK(all[0].root == "Doc_0/Document.xml");
    CHECK(all[1].root == "Doc_0/Document_0.xml");
    CHECK_FALSE(all[1].shown);
    CHECK(all[2].shown);
    CHECK(widthOf(package, all[0]) == 10);
    CHECK(Document::open(package)->pageSize(0).width.value == 20);
}

TEST_CASE("R8 a current version that cannot be followed is an error, never an older one shown") {
    const Package package =
        packed("<DocBody><DocRoot>Doc_0/Document.xml</DocRoot><Versions><Version Current='true' "
               "BaseLoc='gone.xml'/></Versions></DocBody>",
               {{"Doc_0/Document.xml", sized(10)}});
    CHECK(Document::open(package).error().code() == "document.missing-entry");
    const auto all = revisionsOf(package);
    REQUIRE(all.size() == 1);
    CHECK_FALSE(all[0].shown);
}

TEST_CASE("R8 a document that a package does not hold is an error") {
    const Package package = twoDocuments();
    CHECK(Document::open(package, Revision{5, "", "Doc_0/Document.xml"}).error().code() ==
          "document.incomplete");
    CHECK(Document::open(package, Revision{0, "", "gone.xml"}).error().code() ==
          "document.missing-entry");
}

TEST_CASE("R8 an encrypted package is told as such") {
    const Package package = packed("", {{"Encryptions.xml", "<Encryptions/>"}});
    CHECK(Document::open(package).error().code() == "document.encrypted");
    CHECK(Document::revisions(package).error().code() == "document.encrypted");
}
