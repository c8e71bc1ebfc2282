// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/tpm/place.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::tests {

/// `swtpm`, a TPM 2.0 of software, on two ports of the loopback that the system chose. Ends with
/// this object, and what it keeps goes too. Takes one conversation at a time; the others wait. Main
/// thread only.
class Swtpm {
public:
    /// A new one, as from the factory; returns when it answers. Errors: "process.start" and
    /// "swtpm.start" (technician), mostly because a package of board/packages/test.txt is missing.
    static Result<std::unique_ptr<Swtpm>> start();

    /// As a board's own: ours, and there.
    tpm::Place place() const;

    void cutPower(); ///< nobody answers any more
    /// It is back, on other ports, with what it had kept.
    Result<> powerOn();

private:
    Swtpm() = default;
    Result<> startOnce();

    TemporaryFolder folder_;
    int port_ = 0;
    ChildProcess process_;
};

} // namespace kiosk::tests
