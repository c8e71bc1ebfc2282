// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/seeded_card.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::bench {

namespace {

constexpr std::size_t kPhotoBytes = 1024;

Date dateFrom(std::string_view yyyymmdd) {
    const auto part = [&](std::size_t from, std::size_t count) {
        return static_cast<unsigned>(parseInteger(yyyymmdd.substr(from, count)).value_or(1));
    };
    return Date(std::chrono::year(static_cast<int>(part(0, 4))), std::chrono::month(part(4, 2)),
                std::chrono::day(part(6, 2)));
}

} // namespace

Result<drivers::IdCard> cardOf(const std::string& name) {
    const std::vector<Holder> people = sandbox::people();
    const auto person = std::ranges::find(people, name, &Holder::name);
    if (person == people.end())
        return fail(ErrorKind::notFound, "bench.unknown-person", Remedy::configuration);
    const bool man = (person->code[16] - '0') % 2 == 1;
    return drivers::IdCard{
        .name = person->name,
        .sex = man ? "1" : "2",
        .ethnicity = "01",
        .birth = dateFrom(std::string_view(person->code).substr(6, 8)),
        .address = "云州市浮梦区星河路1号",
        .number = person->code,
        .issuer = "云州市公安局",
        .validFrom = Date(std::chrono::year(2020), std::chrono::month(1), std::chrono::day(1)),
        .validUntil = {},
        .photo = Bytes(kPhotoBytes)};
}

} // namespace kiosk::bench
