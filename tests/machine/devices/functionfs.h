// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "firmware/base/bytes.h"
#include "firmware/base/result.h"

namespace kiosk::machine {

/// What a program writes to a FunctionFS `ep0` before its gadget can be plugged in: one interface
/// of the vendor's class with these bulk pipes, at full speed. Of an address only the direction is
/// a wish; the kernel gives the numbers, ascending.
Bytes vendorInterface(const std::vector<std::uint8_t>& bulkPipes);

/// And after it: an interface without names.
Bytes noNames();

/// Where a function's files lie, as long as this object is there. Close them before it goes.
class FunctionMount {
public:
    /// Error "machine.device-file" (technician).
    static Result<FunctionMount> make(const std::string& function,
                                      const std::filesystem::path& folder);
    FunctionMount(FunctionMount&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}
    FunctionMount& operator=(FunctionMount&&) = delete;
    ~FunctionMount();

private:
    explicit FunctionMount(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::filesystem::path folder_; ///< empty once moved from
};

} // namespace kiosk::machine
