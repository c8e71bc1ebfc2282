// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>

#include "firmware/reading/reader.h"
#include "firmware/reading/reader_process.h"
#include "firmware/reading/reader_program.h"
#include "firmware/verify/trust_list.h"

namespace kiosk::reading {

/// Reads each file in a process of its own, behind walls: whatever a file does to its reader, the
/// kiosk goes on and says why this one file cannot be read. A spare process can be kept ready, so
/// that nobody waits for its start.
class ConfinedReader final : public Reader {
public:
    /// Whether a process is kept ready for the next file.
    enum class Spare { kept, none };

    /// `program` is `kiosk-reader`, beside the kiosk's own.
    ConfinedReader(std::filesystem::path program, verify::TrustList trust,
                   Spare spare = Spare::kept, Patience patience = {});

    Result<std::unique_ptr<OpenedFile>> open(ByteView file, WallTime now) override;

private:
    Result<ReaderProcess> readyProcess();

    std::filesystem::path program_;
    verify::TrustList trust_;
    Spare keepsSpare_;
    Patience patience_;
    std::mutex mutex_; ///< guards the spare one
    std::optional<ReaderProcess> spare_;
};

} // namespace kiosk::reading
