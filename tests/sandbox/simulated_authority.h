// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/authority/authority.h"
#include "tests/sandbox/faults.h"
#include "tests/sandbox/region_service.h"

namespace kiosk::sandbox {

/// A region's platform as the kiosk's Authority, in this process and without a network: for
/// scenarios on a manual clock. The same fault switch as the server's; answers are never late here,
/// a fault takes no time. Service and switch must outlive it.
class SimulatedAuthority final : public authority::Authority {
public:
    SimulatedAuthority(RegionService& service, FaultSwitch& faults)
        : service_(service), faults_(faults) {}

    const Region& region() const override { return service_.region(); }
    Result<std::vector<authority::CatalogueEntry>> catalogue(std::stop_token stop) override;
    Result<std::vector<Licence>> search(const Holder& holder, std::stop_token stop) override;
    Result<std::vector<authority::GrantEntry>> grants(const Holder& person,
                                                      std::stop_token stop) override;
    Result<std::vector<Licence>> searchBy(const Grant& grant, std::stop_token stop) override;
    Result<LicenceFile> fetch(const authority::FileWish& wish, std::stop_token stop) override;
    Result<LicenceState> status(const std::string& identifier, std::stop_token stop) override;
    Result<authority::CopyReservation> reserveCopy(const authority::CopyWish& wish,
                                                   std::stop_token stop) override;
    Result<> confirmCopy(const std::string& copyNumber, int pages, std::stop_token stop) override;
    Result<authority::CopyRecord> checkCopy(const std::string& copyNumber,
                                            std::stop_token stop) override;
    Result<authority::SealedRequest> seal(const authority::Request& request) const override;
    Result<> submit(const authority::SealedRequest& request, std::stop_token stop) override;

private:
    RegionService& service_;
    FaultSwitch& faults_;
};

} // namespace kiosk::sandbox
