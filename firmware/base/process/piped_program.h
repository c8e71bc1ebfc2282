// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "firmware/base/bytes.h"
#include "firmware/base/process/child.h"
#include "firmware/base/process/descriptor.h"

namespace kiosk {

/// A program whose standard output is read; killed with this object.
class PipedProgram {
public:
    /// What of its words are read.
    enum class Hears { output, everything }; ///< everything: its errors too, in the order they come

    /// Starts `command` with `input` as its standard input. Errors: those of Child::start(), and
    /// "process.not-started" (technician) where there is no pipe.
    static Result<PipedProgram> start(std::vector<std::string> command, int input,
                                      Hears hears = Hears::output);

    const Child& child() const { return child_; }
    /// How it ended, where it did so by itself (Child::ownEnd()).
    std::optional<int> ownEnd() { return child_.ownEnd(); }

    /// What it writes, until it ends or has written more than `most` bytes. `mayGoOn` is asked
    /// every ten milliseconds at least; its error ends the reading.
    Result<Bytes> read(std::size_t most, const std::function<Result<>()>& mayGoOn);

private:
    PipedProgram(Child child, Descriptor output)
        : child_(std::move(child)), output_(std::move(output)) {}

    Child child_;
    Descriptor output_;
};

} // namespace kiosk
