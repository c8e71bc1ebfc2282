// SPDX-License-Identifier: Apache-2.0
#include "firmware/authority/json_authority.h"
#include "tests/sandbox/sandbox.h"
#include "tests/sandbox/seed/seed.h"
#include "tests/speed/span.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::speed {

namespace {

/// A region's platform in this process and a client of it over mutual TLS.
struct Platform {
    tests::TemporaryFolder folder;
    SystemClock clock;
    SeededRandom random{11};
    std::unique_ptr<sandbox::Sandbox> sandbox;
    std::unique_ptr<authority::Authority> client;
    Holder holder = sandbox::people()[2];
};

Result<std::shared_ptr<Platform>> openPlatform() {
    auto platform = std::make_shared<Platform>();
    platform->sandbox = TRY(sandbox::Sandbox::open({.state = platform->folder.path()},
                                                   platform->clock, platform->random));
    const auto* server = platform->sandbox->server(sandbox::kYunzhou);
    platform->client = TRY(authority::openJsonAuthority(platform->sandbox->clientOptions(*server)));
    return platform;
}

Result<Action> prepareSearch() {
    const auto platform = TRY(openPlatform());
    return [platform]() -> Result<> {
        TRY(platform->client->search(platform->holder, {}));
        return {};
    };
}

Result<Action> prepareFetch() {
    const auto platform = TRY(openPlatform());
    const auto held = TRY(platform->client->search(platform->holder, {}));
    if (held.empty())
        return fail(ErrorKind::internal, "speed.nothing-held", Remedy::supplier);
    return [platform, identifier = held.front().identifier]() -> Result<> {
        TRY(platform->client->fetch({identifier, {"school", "子女入学"}}, {}));
        return {};
    };
}

} // namespace

std::vector<Span> authoritySpans() {
    return {{"net.list", "search by holder on a warm connection, platform included", prepareSearch},
            {"net.fetch", "a licence file made and sealed by the platform, fetched", prepareFetch}};
}

} // namespace kiosk::speed
