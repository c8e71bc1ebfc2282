// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"
#include "firmware/typing/board.h"
#include "firmware/typing/table_format.h"

namespace kiosk::typing {

/// Which characters are typed by which letters and strokes, also those beyond the basic plane.
/// The file is mapped, not read: what nobody looks up takes no memory. Never changes, so that any
/// thread may look up. Source: rime's luna-pinyin and stroke, brought into shape by the build.
class Table {
public:
    /// Errors: "typing.table-missing", "typing.table-damaged" (technician).
    static Result<std::shared_ptr<const Table>> open(const std::filesystem::path& file);

    ~Table();
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    /// The characters that are typed by what begins with `code`: those typed by just that first,
    /// each part by falling frequency, no more than `most`. kAnyStroke stands for any stroke.
    /// None for an empty code and for digits.
    std::vector<char32_t> candidates(Board board, std::string_view code, std::size_t most) const;

    /// Everything the character is typed by; the views live as long as the table. None for digits.
    std::vector<std::string_view> codesOf(Board board, char32_t character) const;

    /// Whether what types the character begins with `code`, not being empty.
    bool isTypedBy(Board board, std::string_view code, char32_t character) const;

    /// The longest beginning of `code` by which any character is typed or begun: of "juzhuzheng"
    /// "ju". Empty where there is none.
    std::string_view syllableIn(std::string_view code) const;

    /// How many ways to type a character a board has.
    std::size_t size(Board board) const { return entriesOf(board).size(); }

private:
    explicit Table(std::span<const std::byte> file);
    bool isWhole() const;

    std::span<const TableEntry> entriesOf(Board board) const;
    std::string_view codeOf(const TableEntry& entry) const;
    std::span<const TableEntry> beginningWith(Board board, std::string_view code) const;

    std::span<const std::byte> file_;
    std::array<std::span<const TableEntry>, kTabledBoards> entries_;
    std::array<std::span<const std::uint32_t>, kTabledBoards> byCharacter_;
    std::string_view codes_;
};

/// The table the build has made: `typing-characters`, beside the programs.
std::filesystem::path tableFile();

} // namespace kiosk::typing
