// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/authority/json_authority.h"
#include "tests/sandbox/region_server.h"

namespace kiosk::sandbox {

struct SandboxOptions {
    std::filesystem::path state; ///< made when missing; holds everything, also between starts
    int portA = 0;               ///< 990000; 0: any free one
    int portB = 0;               ///< 980000
    /// The IP address at which a machine of software sees the regions. Stands in `regions.json`
    /// and, beside the loopback's, in certificates that are made now; empty: nobody else sees them.
    std::string seenAt;
};

/// Both regions with their stores, keys, issuing offices and servers. In its state folder it leaves
/// what a kiosk needs: `regions.json`, `trust/` (SM2 roots, copy signers) and `tls/` (the kiosk's
/// own certificate and the authority of the servers').
class Sandbox {
public:
    /// `clock` and `random` must outlive it. Errors: "sandbox.…".
    static Result<std::unique_ptr<Sandbox>> open(const SandboxOptions& options, const Clock& clock,
                                                 RandomSource& random);
    ~Sandbox();

    const std::vector<std::unique_ptr<RegionServer>>& servers() const { return servers_; }
    /// Nothing for a code that is none of ours.
    RegionServer* server(std::string_view regionCode) const;
    /// What a kiosk is configured with for a region.
    authority::JsonAuthorityOptions clientOptions(const RegionServer& server) const;
    std::filesystem::path trustFolder() const { return state_ / "trust"; }
    std::filesystem::path regionsFile() const { return state_ / "regions.json"; }

private:
    Sandbox(std::filesystem::path state, std::string seenAt);
    Result<> addRegion(const Region& region, int port, const Clock& clock, RandomSource& random);
    Result<> writeRegionsFile() const;
    /// As a kiosk reaches it.
    std::string seenUrl(const RegionServer& server) const;

    std::filesystem::path state_;
    std::string seenAt_;
    std::unique_ptr<TlsOffice> tls_;
    std::unique_ptr<TlsOffice> rogue_;
    TlsIdentity kiosk_;
    std::vector<std::unique_ptr<RegionService>> services_;
    std::vector<std::unique_ptr<RegionServer>> servers_; // end before the services they use
};

} // namespace kiosk::sandbox
