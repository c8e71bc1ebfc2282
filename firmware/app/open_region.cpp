// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/open_region.h"

#include "firmware/app/egress.h"

namespace kiosk::app {

Result<std::unique_ptr<authority::Authority>> openRegion(const RegionChoice& choice) {
    return authority::openJsonAuthority(optionsOf(choice));
}

authority::JsonAuthorityOptions optionsOf(const RegionChoice& choice) {
    return {.region = choice.region,
            .url = choice.url,
            .caFile = choice.caFile,
            .certFile = choice.certFile,
            .keyFile = choice.keyFile,
            .envelopeKeyFile = choice.envelopeKeyFile,
            .through = egressSocket(egress::kSocks)};
}

} // namespace kiosk::app
