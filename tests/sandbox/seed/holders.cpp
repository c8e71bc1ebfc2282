// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "firmware/licence/check_characters.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::sandbox {

namespace {

struct Seeded {
    std::string_view name;
    std::string_view first17; ///< the check character is computed
};

constexpr std::array<Seeded, 14> kPeople{{
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
    for (const auto& [name, first17] : kPeople)
        holders.push_back({Holder::Kind::person, std::string(name),
                           std::string(first17) + citizenNumberCheck(first17).value()});
    return holders;
}

std::vector<Holder> enterprises() {
    std::vector<Holder> holders;
    for (const auto& [name, first17] : kEnterprises)
        holders.push_back({Holder::Kind::enterprise, std::string(name),
                           std::string(first17) + creditCodeCheck(first17).value()});
    return holders;
}

} // namespace kiosk::sandbox
