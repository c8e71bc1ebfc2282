// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "firmware/licence/check_characters.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::sandbox {

namespace {

struct Seeded {
    std::string_view name;
    std::string_view first17; ///< the check character is computed
    Holder::Certificate certificate = Holder::Certificate::residentIdCard;
};

constexpr std::array<Seeded, kCitizens> kPeople{{
    {"林云舒", "99010119900307112"},
    {"单𠮷䶮", "99010219850614003"},
    {"欧阳䴙䴘", "98010119781130018"},
    {"ئالىم·مۇھەممەت", "99020119920921015"},
    {"古丽娜尔·阿布都热依木", "98020219950401026"},
    {"王㐂", "99030120010228031"},
    {"赵𬱖", "98030119660817042"},
    {"周𪚥", "99040119831205053"},
    {"李犇", "98040119990719064"},
    {"诸葛闻笙", "99050119720103075"},
    {"罗桑卓玛", "98050119880825086"},
    {"陈𰻞", "99060119701010097"},
    {"乌兰图雅", "98060119940516108"},
    {"孙望舒", "99070120040601119"},
}};

/// With the other cards there are. The last one's number is of the form of 2017, of a country that
/// does not exist.
constexpr std::array<Seeded, 2> kPeopleWithOtherCards{{
    {"海若澄", "99080119880314126", Holder::Certificate::hkMacaoTaiwanPermit},
    {"柏思远", "99999919870214001", Holder::Certificate::permanentResidenceCard},
}};
constexpr std::string_view kForeigner = "LINDQVIST MARIT ELIN";
constexpr std::string_view kForeignerNumber = "XXB990175032225";

/// The last character came to Unicode as extension I: no font of ours has it.
constexpr Seeded kWithoutGlyph{"温\U0002EBF0", "99090119930512013"};

constexpr std::array<Seeded, 3> kEnterprises{{
    {"云州市浮梦文化有限公司", "91990101MA9900001"},
    {"海宁州𬭼石精密仪器有限公司", "91980101MA9800002"},
    {"云州市晴川食品有限公司", "91990102MA9900003"},
}};

} // namespace

std::vector<Region> regions() {
    return {{std::string(kYunzhou), "云州市"}, {std::string(kHaining), "海宁州"}};
}

std::vector<Holder> people() {
    std::vector<Holder> holders;
    const auto add = [&holders](const Seeded& person) {
        holders.push_back({Holder::Kind::person, std::string(person.name),
                           std::string(person.first17) + citizenNumberCheck(person.first17).value(),
                           person.certificate});
    };
    std::ranges::for_each(kPeople, add);
    std::ranges::for_each(kPeopleWithOtherCards, add);
    holders.push_back({Holder::Kind::person, std::string(kForeigner), std::string(kForeignerNumber),
                       Holder::Certificate::permanentResidenceCard});
    add(kWithoutGlyph);
    return holders;
}

std::vector<Holder> enterprises() {
    std::vector<Holder> holders;
    for (const Seeded& enterprise : kEnterprises)
        holders.push_back(
            {Holder::Kind::enterprise, std::string(enterprise.name),
             std::string(enterprise.first17) + creditCodeCheck(enterprise.first17).value()});
    return holders;
}

} // namespace kiosk::sandbox
