// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <mutex>

#include "firmware/handout/device_key.h"
#include "firmware/health/health.h"

namespace kiosk::app {

/// What is known of the kiosk's key: noted by whoever uses it, told as its health. From any thread.
class KeyNote {
public:
    void opened(const Result<handout::DeviceKey>& key, const tpm::Place& at);
    void signedAs(const Result<Bytes>& signature);
    health::Key told() const;

    /// The program ends: nobody waits for a TPM's driver any more.
    void leave() { isLeaving_ = true; }
    bool isLeaving() const { return isLeaving_; }

private:
    std::atomic<bool> isLeaving_ = false;
    mutable std::mutex mutex_;
    health::Key key_;
};

/// The same of a kiosk that does not run, by having its key sign a text of its own purpose. Not
/// known where it has none yet.
health::Key keyHealthBeside(const std::filesystem::path& state,
                            const tpm::Place& at = tpm::Place::ofThisMachine());

} // namespace kiosk::app
