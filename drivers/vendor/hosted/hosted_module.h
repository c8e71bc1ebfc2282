// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/vendor/hosted/host.h"
#include "drivers/vendor/vendor_module.h"

namespace kiosk::drivers::vendor::hosted {

/// A supplier's module that is loaded in a process of its own. Its tables look like any module's;
/// their functions make the calls there. The process ends with this object.
class HostedModule final : public Module {
public:
    /// Asks the module what it is. Errors as in vendor.h and host.h.
    static Result<std::shared_ptr<const Module>> describedBy(std::unique_ptr<Host> host);

    void* self() const override { return host_.get(); }

private:
    explicit HostedModule(std::unique_ptr<Host> host) : host_(std::move(host)) {}

    std::unique_ptr<Host> host_;
};

} // namespace kiosk::drivers::vendor::hosted
