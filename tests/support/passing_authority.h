// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

#include "firmware/authority/authority.h"

namespace kiosk::tests {

/// A region that hands every call on to another one: tests change the call they are about.
class PassingAuthority : public authority::Authority {
public:
    explicit PassingAuthority(std::shared_ptr<authority::Authority> inner)
        : inner_(std::move(inner)) {}

    const Region& region() const override { return inner_->region(); }
    Result<std::vector<authority::CatalogueEntry>> catalogue(std::stop_token stop) override {
        return inner_->catalogue(stop);
    }
    Result<std::vector<Licence>> search(const Holder& holder, std::stop_token stop) override {
        return inner_->search(holder, stop);
    }
    Result<std::vector<authority::GrantEntry>> grants(const Holder& person,
                                                      std::stop_token stop) override {
        return inner_->grants(person, stop);
    }
    Result<std::vector<Licence>> searchBy(const Grant& grant, std::stop_token stop) override {
        return inner_->searchBy(grant, stop);
    }
    Result<LicenceFile> fetch(const authority::FileWish& wish, std::stop_token stop) override {
        return inner_->fetch(wish, stop);
    }
    Result<LicenceState> status(const std::string& identifier, std::stop_token stop) override {
        return inner_->status(identifier, stop);
    }
    Result<authority::CopyReservation> reserveCopy(const authority::CopyWish& wish,
                                                   std::stop_token stop) override {
        return inner_->reserveCopy(wish, stop);
    }
    Result<> confirmCopy(const std::string& copyNumber, int pages, std::stop_token stop) override {
        return inner_->confirmCopy(copyNumber, pages, stop);
    }
    Result<authority::CopyRecord> checkCopy(const std::string& copyNumber,
                                            std::stop_token stop) override {
        return inner_->checkCopy(copyNumber, stop);
    }
    Result<authority::SealedRequest> seal(const authority::Request& request) const override {
        return inner_->seal(request);
    }
    Result<> submit(const authority::SealedRequest& request, std::stop_token stop) override {
        return inner_->submit(request, stop);
    }

protected:
    authority::Authority& inner() { return *inner_; }

private:
    std::shared_ptr<authority::Authority> inner_;
};

} // namespace kiosk::tests
