// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/reading/reader.h"
#include "firmware/verify/verifier.h"

namespace kiosk::reading {

/// Reads in this very process: what runs inside the walls, and what tests use that move the clock
/// by hand.
class PlainReader final : public Reader {
public:
    explicit PlainReader(verify::TrustList trust) : verifier_(std::move(trust)) {}

    Result<std::unique_ptr<OpenedFile>> open(ByteView file, WallTime now) override;

private:
    verify::Verifier verifier_;
};

} // namespace kiosk::reading
