// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "firmware/base/clock.h"
#include "firmware/base/result.h"

namespace kiosk::sandbox {

/// Where a certificate and its key lie, as PEM.
struct TlsIdentity {
    std::filesystem::path certFile;
    std::filesystem::path keyFile;
};

enum class TlsUse { server, client };

/// The private authority both sides of the wire trust: P-256, made at first start in its folder,
/// with one certificate for each region and each kiosk. Certificates run for ten years and name the
/// loopback address, a server's also the one at which others see it.
class TlsOffice {
public:
    /// `seenAt` is an IP address; empty: nobody else sees the servers.
    static Result<TlsOffice> open(const std::filesystem::path& folder, WallTime now,
                                  const std::string& seenAt = {});

    ~TlsOffice();
    TlsOffice(TlsOffice&&) noexcept;
    TlsOffice& operator=(TlsOffice&&) noexcept;

    const std::filesystem::path& caFile() const;
    /// Loads `<folder>/<name>.pem` and `.key`, or issues them. Error "sandbox.certificate"
    /// (technician), also where `seenAt` is no IP address.
    Result<TlsIdentity> identity(const std::string& name, TlsUse use) const;

private:
    struct Office;
    explicit TlsOffice(std::unique_ptr<Office> office);
    std::unique_ptr<Office> office_;
};

} // namespace kiosk::sandbox
