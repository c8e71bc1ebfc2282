// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/licence/metadata/metadata.h"

namespace kiosk {

namespace {

using namespace std::chrono_literals;
using Kind = StatedDate::Kind;

std::vector<std::string> namesOf(const LicenceMetadata& metadata) {
    std::vector<std::string> names;
    for (const Holder& holder : metadata.holders)
        names.push_back(holder.name);
    return names;
}

using Names = std::vector<std::string>;

LicenceMetadata withHolders(const std::string& names, const std::string& codes) {
    return readMetadata({{"CertificateHolderName", names}, {"CertificateHolderCode", codes}}, {});
}

} // namespace

TEST_CASE("S7 dates are read in every form licences use") {
    for (const char* text :
         {"2026-03-18", "2026年03月18日", "2026年3月18日", "20260318", "2026/03/18", " 2026.3.18 "})
        CHECK(readDate(text) == StatedDate{Kind::day, 2026y / 3 / 18});
    for (const char* text : {"长期", "永久", "9999-12-31", "9999年12月31日"})
        CHECK(readDate(text).kind == Kind::openEnd);
    CHECK(readDate("").kind == Kind::absent);
    for (const char* text : {"2026-02-30", "2026-13-01", "20260", "18-03-2026", "二〇二六年三月",
                             "2026-03", "2026-03-18T10:00", "1-2-3-4"})
        CHECK(readDate(text).kind == Kind::unreadable);
}

TEST_CASE("S7 metadata is read by the names of GB/T 36903") {
    const auto metadata = readMetadata({{"CertificateIdentifier", "1.2.156.3005.2.A"},
                                        {"CertificateTypeName", "居住证"},
                                        {"CertificateNumber", " 7 "},
                                        {"CertificateIssuedDate", "2026-03-18"},
                                        {"CertificateExpiringDate", "长期"},
                                        {"CertificateCopyCause", "子女入学"},
                                        {"户籍地址", "望江里"}},
                                       {});
    CHECK(metadata.identifier == "1.2.156.3005.2.A");
    CHECK(metadata.typeName == "居住证");
    CHECK(metadata.number == "7");
    CHECK(metadata.issuedOn.day == 2026y / 3 / 18);
    CHECK(metadata.expiresOn.kind == Kind::openEnd);
    CHECK(metadata.effectiveOn.kind == Kind::absent);
    CHECK(metadata.copyCause == "子女入学");
    CHECK(metadata.fields == std::map<std::string, std::string>{{"户籍地址", "望江里"}});
}

TEST_CASE("S7 tags by Chinese names fill in what the metadata leaves out") {
    const NamedTexts tags{{"证号", "C1"}, {"持证人", "林云舒"}, {"发证机关", "云州市公安局"}};
    const auto metadata = readMetadata({{"CertificateNumber", "C2"}}, tags);
    CHECK(metadata.number == "C2");
    CHECK(metadata.issuer == "云州市公安局");
    CHECK(namesOf(metadata) == Names{"林云舒"});
    CHECK(metadata.fields.empty());
}

TEST_CASE("S7 a date tagged in three pieces is one date") {
    const NamedTexts tags{{"颁发日期", "2022"}, {"颁发日期", "10"}, {"颁发日期", "11"}};
    CHECK(readMetadata({}, tags).issuedOn.day == 2022y / 10 / 11);
}

TEST_CASE("S7 a licence may have several holders, joined in several ways") {
    CHECK(namesOf(withHolders("林云舒,江辞", "1,2")) == Names{"林云舒", "江辞"});
    CHECK(namesOf(withHolders("林云舒、江辞", "1^2")) == Names{"林云舒", "江辞"});
    CHECK(namesOf(withHolders("林云舒-江辞", "1-2")) == Names{"林云舒", "江辞"});
    CHECK(namesOf(withHolders("𬱖-𪚥", "1-2")) == Names{"𬱖", "𪚥"});
    CHECK(withHolders("林云舒,江辞", "1,2").holders.at(1).code == "2");
    CHECK(withHolders("林云舒,江辞", "1,2").holdersMatch);
}

TEST_CASE("S7 a hyphen within one person's name parts nothing") {
    CHECK(namesOf(withHolders("JEAN-LUC", "1")) == Names{"JEAN-LUC"});
    CHECK(namesOf(withHolders("JEAN-LUC", "")) == Names{"JEAN-LUC"});
    const auto odd = withHolders("A,B,C", "1,2");
    CHECK_FALSE(odd.holdersMatch);
    CHECK(odd.holders.size() == 3);
    CHECK(withHolders("", "").holders.empty());
}

TEST_CASE("S7 a holder's kind follows from the code's type, or else from the code") {
    const auto kindOf = [](const std::string& code, const std::string& type) {
        return readMetadata({{"CertificateHolderCode", code}, {"CertificateHolderTypeName", type}},
                            {})
            .holders.at(0)
            .kind;
    };
    CHECK(kindOf("1", "统一社会信用代码") == Holder::Kind::enterprise);
    CHECK(kindOf("1", "公民身份号码") == Holder::Kind::person);
    CHECK(kindOf("11430000006122244L", "") == Holder::Kind::enterprise);
    CHECK(kindOf("932682198501010017", "") == Holder::Kind::person);
}

} // namespace kiosk
