// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/flow/long_list.h"

#include "tests/support/passing_authority.h"

namespace kiosk::flow {

namespace {

constexpr char kFurther = '#'; ///< in no identifier

class LongLists final : public tests::PassingAuthority {
public:
    using PassingAuthority::PassingAuthority;

    Result<std::vector<Licence>> searchBy(const Grant& grant, std::stop_token stop) override {
        std::vector<Licence> licences = TRY(inner().searchBy(grant, stop));
        if (licences.empty())
            return licences;
        const Licence first = licences.front();
        for (const char* kind : kFurtherKinds) {
            Licence further = first;
            further.typeName = kind;
            further.identifier += kFurther + std::to_string(licences.size());
            licences.push_back(std::move(further));
        }
        return licences;
    }
    Result<LicenceFile> fetch(const authority::FileWish& wish, std::stop_token stop) override {
        authority::FileWish known = wish;
        known.identifier = wish.identifier.substr(0, wish.identifier.find(kFurther));
        return inner().fetch(known, stop);
    }
};

} // namespace

std::shared_ptr<authority::Authority> withLongLists(std::shared_ptr<authority::Authority> region) {
    return std::make_shared<LongLists>(std::move(region));
}

} // namespace kiosk::flow
