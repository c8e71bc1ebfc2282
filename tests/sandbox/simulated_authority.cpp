// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/simulated_authority.h"

#include <type_traits>

#include "firmware/authority/envelope.h"

namespace kiosk::sandbox {

namespace {

std::unexpected<Error> unreachable() {
    return fail(ErrorKind::unavailable, "authority.unreachable", Remedy::wait);
}

/// What a client would see of this fault before the platform does anything.
Result<> before(PlatformFault fault) {
    switch (fault) {
    case PlatformFault::none:
    case PlatformFault::dropAfterCommit:
    case PlatformFault::garbled:
        return {};
    case PlatformFault::refused:
        return fail(ErrorKind::refused, "authority.refused", Remedy::citizenAgain, "100");
    case PlatformFault::outOfService:
        return fail(ErrorKind::unavailable, "authority.out-of-service", Remedy::wait);
    case PlatformFault::dropBeforeCommit:
    case PlatformFault::down:
        return unreachable();
    case PlatformFault::wrongCertificate:
        return fail(ErrorKind::integrity, "authority.untrusted", Remedy::configuration);
    }
    return {};
}

/// And of what the platform did.
Result<> after(PlatformFault fault) {
    if (fault == PlatformFault::dropAfterCommit)
        return unreachable();
    if (fault == PlatformFault::garbled)
        return fail(ErrorKind::malformed, "authority.garbled", Remedy::supplier);
    return {};
}

template <typename Call>
std::invoke_result_t<Call> through(FaultSwitch& faults, const std::stop_token& stop,
                                   const Call& call) {
    if (stop.stop_requested())
        return fail(ErrorKind::cancelled, "authority.cancelled", Remedy::wait);
    const PlatformFault fault = faults.take();
    TRY(before(fault));
    auto answer = call();
    TRY(after(fault));
    return answer;
}

} // namespace

Result<std::vector<authority::CatalogueEntry>> SimulatedAuthority::catalogue(std::stop_token stop) {
    return through(faults_, stop, [&]() -> Result<std::vector<authority::CatalogueEntry>> {
        return service_.catalogue();
    });
}

Result<std::vector<Licence>> SimulatedAuthority::search(const Holder& holder,
                                                        std::stop_token stop) {
    return through(faults_, stop, [&] { return service_.search(holder); });
}

Result<std::vector<authority::GrantEntry>> SimulatedAuthority::grants(const Holder& person,
                                                                      std::stop_token stop) {
    return through(faults_, stop, [&] { return service_.grants(person); });
}

Result<std::vector<Licence>> SimulatedAuthority::searchBy(const Grant& grant,
                                                          std::stop_token stop) {
    return through(faults_, stop,
                   [&] { return service_.searchBy(grant.enterprise, grant.number); });
}

Result<LicenceFile> SimulatedAuthority::fetch(const authority::FileWish& wish,
                                              std::stop_token stop) {
    return through(faults_, stop, [&] { return service_.fetch(wish); });
}

Result<LicenceState> SimulatedAuthority::status(const std::string& identifier,
                                                std::stop_token stop) {
    return through(faults_, stop, [&] { return service_.status(identifier); });
}

Result<authority::CopyReservation> SimulatedAuthority::reserveCopy(const authority::CopyWish& wish,
                                                                   std::stop_token stop) {
    return through(faults_, stop, [&] { return service_.reserveCopy(wish); });
}

Result<> SimulatedAuthority::confirmCopy(const std::string& copyNumber, int pages,
                                         std::stop_token stop) {
    return through(faults_, stop, [&] { return service_.confirmCopy(copyNumber, pages); });
}

Result<authority::CopyRecord> SimulatedAuthority::checkCopy(const std::string& copyNumber,
                                                            std::stop_token stop) {
    return through(faults_, stop, [&] { return service_.checkCopy(copyNumber); });
}

Result<authority::SealedRequest> SimulatedAuthority::seal(const authority::Request& request) const {
    return authority::sealRequest(service_.envelopeKeyPem(), request);
}

Result<> SimulatedAuthority::submit(const authority::SealedRequest& request, std::stop_token stop) {
    return through(faults_, stop, [&] { return service_.submit(request); });
}

} // namespace kiosk::sandbox
