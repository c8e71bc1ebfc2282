// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/reading/channel.h"
#include "firmware/reading/patience.h"

namespace kiosk::reading {

/// The process in which one file is read, from the kiosk's side. It dies with this object.
class ReaderProcess {
public:
    /// Starts the program; it gets ready by itself. Error "document.no-reader".
    static Result<ReaderProcess> start(const std::filesystem::path& program);

    /// Asks and waits for the answer, itself JSON. Errors as Reader says; after one the process is
    /// dead and every further question fails alike.
    Result<std::string> ask(std::string_view question, int memory, const Patience& patience);

private:
    ReaderProcess(Child child, Channel channel)
        : child_(std::move(child)), channel_(std::move(channel)) {}

    Error epitaph(Error error);

    Child child_;
    Channel channel_;
    std::optional<Error> dead_;
};

} // namespace kiosk::reading
