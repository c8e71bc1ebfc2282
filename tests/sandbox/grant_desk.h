// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "firmware/authority/authority.h"
#include "tests/sandbox/seed/grants.h"

namespace kiosk::sandbox {

/// Puts the region's key and signature into a grant.
using GrantSigning = std::function<Result<Grant>(Grant)>;

/// Who may act for which enterprise, as one region has it on record. Stateless but for the seed;
/// any thread.
class GrantDesk {
public:
    /// `clock` outlives the desk.
    GrantDesk(const Region& region, const Clock& clock, GrantSigning sign);

    /// The person's grants, signed; those of the seed that are wrong are wrong in their way.
    Result<std::vector<authority::GrantEntry>> handedTo(const Holder& person) const;

    /// The grant of that number, for this enterprise and today. Never null. Errors:
    /// "grant.missing", "grant.revoked", "grant.expired" (refused).
    Result<const SeededGrant*> find(const std::string& number,
                                    const std::string& enterpriseCode) const;

    /// What is kept with a copy: "G990000-2026-0001 云州市浮梦文化有限公司 林*舒 agent". Empty for
    /// no grant of this region.
    std::string record(const std::string& number) const;

private:
    const SeededGrant* numbered(const std::string& number) const;

    std::vector<SeededGrant> grants_;
    const Clock& clock_;
    GrantSigning sign_;
};

} // namespace kiosk::sandbox
