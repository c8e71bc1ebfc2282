// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/sandbox.h"

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::sandbox {

namespace {

using nlohmann::json;

constexpr const char* kCopySigners = "copy-signers";

/// What a kiosk needs to know of the office to believe what it signs.
Result<> publish(const Issuer& office, const Region& region, const std::filesystem::path& trust) {
    const std::string file = region.code + ".pem";
    TRY(writeFile(trust / file, bytesOf(office.rootPem())));
    return writeFile(trust / kCopySigners / file, bytesOf(office.copySignerPem()));
}

} // namespace

Sandbox::Sandbox(std::filesystem::path state, std::string seenAt)
    : state_(std::move(state)), seenAt_(std::move(seenAt)) {}
Sandbox::~Sandbox() = default;

Result<std::unique_ptr<Sandbox>> Sandbox::open(const SandboxOptions& options, const Clock& clock,
                                               RandomSource& random) {
    std::unique_ptr<Sandbox> sandbox(
        new Sandbox(std::filesystem::absolute(options.state), options.seenAt));
    std::error_code failure;
    std::filesystem::create_directories(sandbox->trustFolder() / kCopySigners, failure);
    if (failure)
        return fail(ErrorKind::storage, "sandbox.storage", Remedy::technician, failure.message());
    const auto office = [&](const char* name) -> Result<std::unique_ptr<TlsOffice>> {
        return std::make_unique<TlsOffice>(
            TRY(TlsOffice::open(sandbox->state_ / name, clock.wall(), options.seenAt)));
    };
    sandbox->tls_ = TRY(office("tls"));
    sandbox->rogue_ = TRY(office("tls-rogue"));
    sandbox->kiosk_ = TRY(sandbox->tls_->identity("kiosk", TlsUse::client));
    const auto both = regions();
    TRY(sandbox->addRegion(both[0], options.portA, clock, random));
    TRY(sandbox->addRegion(both[1], options.portB, clock, random));
    TRY(sandbox->writeRegionsFile());
    return sandbox;
}

Result<> Sandbox::addRegion(const Region& region, int port, const Clock& clock,
                            RandomSource& random) {
    const auto folder = state_ / region.code;
    std::filesystem::create_directories(folder / "office");
    const auto office =
        std::make_shared<Issuer>(TRY(Issuer::open(folder / "office", region, clock.wall())));
    TRY(publish(*office, region, trustFolder()));
    auto service = TRY(RegionService::open(
        {.region = region,
         .folder = folder,
         .makeDocument = [office](const LicenceFace& face,
                                  WallTime signedAt) { return office->issue(face, signedAt); },
         .signCopy = [office](CopyCode code) { return office->signCopy(std::move(code)); },
         .signGrant = [office](Grant grant) { return office->signGrant(std::move(grant)); },
         .clock = clock,
         .random = random}));
    TRY(writeFile(folder / "envelope.pem", bytesOf(service->envelopeKeyPem())));
    ServerTls tls{TRY(tls_->identity(region.code, TlsUse::server)),
                  TRY(rogue_->identity(region.code, TlsUse::server)), tls_->caFile()};
    servers_.push_back(TRY(RegionServer::open(*service, std::move(tls), port)));
    services_.push_back(std::move(service));
    return {};
}

RegionServer* Sandbox::server(std::string_view regionCode) const {
    for (const auto& server : servers_) {
        if (server->service().region().code == regionCode)
            return server.get();
    }
    return nullptr;
}

authority::JsonAuthorityOptions Sandbox::clientOptions(const RegionServer& server) const {
    const Region& region = server.service().region();
    return {.region = region,
            .url = server.url(),
            .caFile = tls_->caFile(),
            .certFile = kiosk_.certFile,
            .keyFile = kiosk_.keyFile,
            .envelopeKeyFile = state_ / region.code / "envelope.pem"};
}

std::string Sandbox::seenUrl(const RegionServer& server) const {
    const std::string url = server.url();
    return seenAt_.empty() ? url : "https://" + seenAt_ + url.substr(url.rfind(':'));
}

Result<> Sandbox::writeRegionsFile() const {
    json list = json::array();
    for (const auto& server : servers_) {
        const auto options = clientOptions(*server);
        list.push_back({{"code", options.region.code},
                        {"name", options.region.name},
                        {"url", seenUrl(*server)},
                        {"caFile", options.caFile.string()},
                        {"certFile", options.certFile.string()},
                        {"keyFile", options.keyFile.string()},
                        {"envelopeKeyFile", options.envelopeKeyFile.string()}});
    }
    return writeFile(regionsFile(), bytesOf(json({{"regions", list}}).dump(2) + "\n"));
}

} // namespace kiosk::sandbox
