// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>

#include "firmware/base/clock.h"
#include "tests/conformance/recording/clean/cleaner.h"
#include "tests/conformance/recording/replay.h"

namespace kiosk::tests {

/// Keeps what one opened device and its driver exchange in a file, cleaned before it is written.
/// For development builds: a kiosk in service has none. One thread calls it.
class Recorder {
public:
    /// "recorder.no-file" (configuration) where it cannot be made, or is there already. `clock`
    /// outlives the recorder.
    static Result<std::shared_ptr<Recorder>> create(const std::filesystem::path& file,
                                                    const Clock& clock);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// The device is open: its driver's opening begins.
    void begin(const drivers::UsbId& id, const drivers::UsbInterface& interface,
               std::unique_ptr<Cleaner> cleaner);
    /// What just went over its connection, uncleaned; the time is put in here.
    void add(Transfer transfer);
    void add(const DriverCall& call);
    void add(const DriverAnswer& answer);

private:
    Recorder(std::ofstream out, const Clock& clock);
    void write(const std::vector<Transfer>& clean);
    void write(const std::string& text);

    std::ofstream out_;
    const Clock& clock_;
    SteadyTime begun_;
    std::unique_ptr<Cleaner> cleaner_;
    std::size_t written_ = 0; ///< bytes
};

using MakeCleaner =
    std::function<std::unique_ptr<Cleaner>(const drivers::UsbId&, const drivers::UsbInterface&)>;

/// Connections as `beneath` opens them, with the recorder listening.
drivers::OpenUsb recorded(std::shared_ptr<Recorder> recorder, drivers::OpenUsb beneath,
                          MakeCleaner makeCleaner = cleanerFor);

/// A reader opened by `open` with everything kept in `file`: what goes over its connection, what is
/// asked of it and, in a word, what it answers. The reader's errors and "recorder.no-file".
Result<std::unique_ptr<drivers::CardReader>>
openRecordedReader(const std::filesystem::path& file, const Clock& clock,
                   const OpenReaderOver& open, const drivers::OpenUsb& beneath,
                   const MakeCleaner& makeCleaner = cleanerFor);

} // namespace kiosk::tests
