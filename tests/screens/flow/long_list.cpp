// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/flow/long_list.h"

namespace kiosk::flow {

namespace {

constexpr char kFurther = '#'; ///< in no identifier

class LongLists final : public authority::Authority {
public:
    explicit LongLists(std::shared_ptr<authority::Authority> region) : region_(std::move(region)) {}

    const Region& region() const override { return region_->region(); }
    Result<std::vector<authority::CatalogueEntry>> catalogue(std::stop_token stop) override {
        return region_->catalogue(stop);
    }
    Result<std::vector<Licence>> search(const Holder& holder, std::stop_token stop) override {
        return region_->search(holder, stop);
    }
    Result<std::vector<authority::GrantEntry>> grants(const Holder& person,
                                                      std::stop_token stop) override {
        return region_->grants(person, stop);
    }
    Result<std::vector<Licence>> searchBy(const Grant& grant, std::stop_token stop) override {
        std::vector<Licence> licences = TRY(region_->searchBy(grant, stop));
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
        return region_->fetch(known, stop);
    }
    Result<LicenceState> status(const std::string& identifier, std::stop_token stop) override {
        return region_->status(identifier, stop);
    }
    Result<authority::CopyReservation> reserveCopy(const authority::CopyWish& wish,
                                                   std::stop_token stop) override {
        return region_->reserveCopy(wish, stop);
    }
    Result<> confirmCopy(const std::string& copyNumber, int pages, std::stop_token stop) override {
        return region_->confirmCopy(copyNumber, pages, stop);
    }
    Result<authority::CopyRecord> checkCopy(const std::string& copyNumber,
                                            std::stop_token stop) override {
        return region_->checkCopy(copyNumber, stop);
    }
    Result<authority::SealedRequest> seal(const authority::Request& request) const override {
        return region_->seal(request);
    }
    Result<> submit(const authority::SealedRequest& request, std::stop_token stop) override {
        return region_->submit(request, stop);
    }

private:
    std::shared_ptr<authority::Authority> region_;
};

} // namespace

std::shared_ptr<authority::Authority> withLongLists(std::shared_ptr<authority::Authority> region) {
    return std::make_shared<LongLists>(std::move(region));
}

} // namespace kiosk::flow
