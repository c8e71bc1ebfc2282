// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "firmware/audit/line.h"

namespace kiosk::audit {

/// The record's folder in the kiosk's state folder.
inline constexpr std::string_view kFolderName = "audit";

/// What lies there, as texts. A copy holds the same: the lines, and behind them one head.
struct Stored {
    std::vector<std::string> lines{};
    std::string rest{};               ///< behind the last line's end: of an append that was cut
    std::vector<std::string> heads{}; ///< as they lie there, whole or not; the newest may be either
};

enum class Reads {
    all,
    newest ///< the last two files: for a quick look
};

/// Of a record that may be written to meanwhile. Errors: "audit.none" (notFound, technician) where
/// there is no such folder, "audit.not-read" (storage, technician).
Result<Stored> readFolder(const std::filesystem::path& folder, Reads reads);
/// Of a copy's text.
Stored readCopy(std::string_view text);
/// The text of a copy: all lines, and behind them the newest head that `known` has signed, where
/// there is one.
std::string copyOf(const Stored& stored, const Known& known);

/// The record's files, for one process at a time: whoever opens them waits for the others.
///
///     lock              held while somebody writes or reads
///     0000000001.jsonl  lines; the name is the number of the first
///     head              the last two heads, each in 4096 bytes of its own, written over in turn:
///                       a cut spoils one at most
class Files {
public:
    /// For writing. Who does not own the folder makes no file in it, for the owner could not write
    /// there afterwards. Errors: "audit.not-begun" (notFound, technician) for those,
    /// "audit.not-written" (storage, technician).
    static Result<Files> open(const std::filesystem::path& folder);
    ~Files();
    Files(Files&& other) noexcept;
    Files& operator=(Files&&) = delete;

    bool mayMake() const { return mayMake_; }
    /// Oldest first.
    std::vector<std::filesystem::path> segments() const;
    std::vector<std::string> heads() const;

    /// Makes the file whose first line will be this one.
    Result<> begin(std::uint64_t number) const;
    /// Behind what the last file holds, durable when it returns; on an error nothing is added.
    Result<> append(std::string_view text) const;
    /// Cuts the last file.
    Result<> truncate(const std::filesystem::path& segment, std::uintmax_t size) const;
    Result<> writeHead(std::uint64_t number, std::string_view text) const;
    Result<> remove(const std::filesystem::path& segment) const;

private:
    explicit Files(std::filesystem::path folder) : folder_(std::move(folder)) {}
    Result<> makeFolder();
    Result<> syncFolder() const;

    std::filesystem::path folder_;
    int lock_ = -1;
    bool mayMake_ = false;
};

/// The last line of a file that has an end, and what lies behind that.
struct Ending {
    std::string line;
    std::string rest;
    std::uintmax_t wholeSize = 0; ///< without the rest
};
/// Looks at the file's last bytes alone.
Result<Ending> endingOf(const std::filesystem::path& segment);
/// The number that the file's name gives its first line; nothing for another file.
std::optional<std::uint64_t> firstNumberOf(const std::filesystem::path& segment);

} // namespace kiosk::audit
