// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/seal/digest.h"

namespace kiosk::seal {

/// The digest of what comes piece by piece and is too large to be kept. Movable; one thread.
class RunningDigest {
public:
    explicit RunningDigest(DigestAlgorithm algorithm);
    ~RunningDigest();
    RunningDigest(RunningDigest&&) noexcept;
    RunningDigest& operator=(RunningDigest&&) noexcept;

    void add(ByteView bytes);
    /// Of all that was added; nothing is added afterwards. Empty where it cannot be computed, which
    /// equals nothing.
    Bytes end();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

} // namespace kiosk::seal
