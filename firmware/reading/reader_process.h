// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>

#include <sys/types.h>

#include "firmware/reading/channel.h"

namespace kiosk::reading {

/// The process in which one file is read, from the kiosk's side. It dies with this object.
class ReaderProcess {
public:
    /// What one question may cost.
    struct Patience {
        std::chrono::milliseconds processorTime{5'000};
        std::chrono::milliseconds wallTime{30'000}; ///< for one that sleeps instead
    };

    /// Starts the program; it gets ready by itself. Error "document.no-reader".
    static Result<ReaderProcess> start(const std::filesystem::path& program);

    ~ReaderProcess();
    ReaderProcess(ReaderProcess&& other) noexcept;
    ReaderProcess& operator=(ReaderProcess&&) = delete;

    /// Asks and waits for the answer, itself JSON. Errors as Reader says; after one the process is
    /// dead and every further question fails alike.
    Result<std::string> ask(std::string_view question, int memory, const Patience& patience);

private:
    ReaderProcess(pid_t id, Channel channel) : id_(id), channel_(std::move(channel)) {}

    std::chrono::nanoseconds processorTime() const;
    std::optional<int> ownEnd();
    Error epitaph(Error error);
    void end();

    pid_t id_ = 0;
    Channel channel_;
    std::optional<Error> dead_;
};

} // namespace kiosk::reading
