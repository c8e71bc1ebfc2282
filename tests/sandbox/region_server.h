// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/faults.h"
#include "tests/sandbox/region_service.h"
#include "tests/sandbox/tls_office.h"

namespace kiosk::sandbox {

/// How a region's server shows itself on the wire.
struct ServerTls {
    TlsIdentity own;
    TlsIdentity rogue; ///< signed by somebody else, for PlatformFault::wrongCertificate
    std::filesystem::path clientCa;
};

/// One region on HTTPS with mutual TLS, on 127.0.0.1, with its fault switch. Runs threads of its
/// own from open() until it is destroyed. The port is held also while the region is "down", so that
/// nothing else can answer there.
class RegionServer {
public:
    /// `port` 0 takes any that is free. Errors: "sandbox.port-taken" (configuration),
    /// "sandbox.server" (technician). `service` must outlive it.
    static Result<std::unique_ptr<RegionServer>> open(RegionService& service, ServerTls tls,
                                                      int port);
    virtual ~RegionServer() = default;

    virtual const RegionService& service() const = 0;
    virtual RegionService& service() = 0;
    virtual std::string url() const = 0;
    /// Takes hold of calls that begin from now on; open connections are ended where the fault
    /// concerns connections.
    virtual Result<> setFault(PlatformFault fault, std::optional<int> times) = 0;
    virtual void setLate(std::chrono::milliseconds delay) = 0;
    virtual PlatformFault fault() const = 0;
};

} // namespace kiosk::sandbox
