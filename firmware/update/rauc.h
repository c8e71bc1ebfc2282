// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/update/bundle_program.h"

namespace kiosk::update {

/// RAUC 1.8 (rauc.io, its reference "D-Bus API" and "status file"): a bundle is judged here and
/// written by its service, which the system bus starts.
class Rauc final : public BundleProgram {
public:
    /// Its usual places; another where a test runs.
    struct Places {
        std::filesystem::path program = "/usr/bin/rauc";
        std::filesystem::path settings = "/etc/rauc/system.conf";
        std::filesystem::path record = "/data/update/slots"; ///< "statusfile" of the settings
    };

    explicit Rauc(Places places) : places_(std::move(places)) {}

    Result<BundleFacts> look(const std::filesystem::path& bundle) override;
    Result<> write(const std::filesystem::path& bundle) override;
    Result<Version> written(Slot slot) override;

private:
    Places places_;
};

} // namespace kiosk::update
