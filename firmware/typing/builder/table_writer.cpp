// SPDX-License-Identifier: Apache-2.0
#include "firmware/typing/builder/table_writer.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "firmware/base/files.h"

namespace kiosk::typing {

namespace {

/// The codes, each once: many characters are read alike.
class Codes {
public:
    std::uint32_t placeOf(const std::string& code) {
        const auto [known, isNew] =
            places_.emplace(code, static_cast<std::uint32_t>(bytes_.size()));
        if (isNew)
            bytes_ += code;
        return known->second;
    }
    const std::string& bytes() const { return bytes_; }

private:
    std::map<std::string, std::uint32_t> places_;
    std::string bytes_;
};

/// By falling weight; what is not counted at all in the order of Unicode, which begins with what is
/// more common.
void sortByRank(std::vector<Way>& ways) {
    std::ranges::sort(ways, {}, [](const Way& way) {
        return std::tuple(-way.weight, way.character, std::string_view(way.code));
    });
}

std::vector<TableEntry> entriesOf(std::vector<Way> ways, Codes& codes) {
    sortByRank(ways);
    std::vector<std::pair<std::string_view, TableEntry>> ranked;
    for (const Way& way : ways)
        ranked.push_back(
            {way.code,
             {way.character, codes.placeOf(way.code), static_cast<std::uint32_t>(way.code.size()),
              static_cast<std::uint32_t>(ranked.size())}});
    std::ranges::sort(ranked, {},
                      [](const auto& each) { return std::pair(each.first, each.second.rank); });
    std::vector<TableEntry> entries;
    for (const auto& each : ranked)
        entries.push_back(each.second);
    return entries;
}

std::vector<std::uint32_t> placesByCharacter(const std::vector<TableEntry>& entries) {
    std::vector<std::uint32_t> places(entries.size());
    std::iota(places.begin(), places.end(), 0U);
    std::ranges::sort(places, {}, [&](std::uint32_t place) {
        return std::pair(entries[place].character, entries[place].rank);
    });
    return places;
}

template <typename T>
void append(Bytes& file, std::span<const T> values) {
    const auto bytes = std::as_bytes(values);
    file.insert(file.end(), bytes.begin(), bytes.end());
}

} // namespace

Result<> writeTable(std::array<std::vector<Way>, kTabledBoards> boards,
                    const std::filesystem::path& file) {
    TableHeader header;
    Codes codes;
    std::array<std::vector<TableEntry>, kTabledBoards> entries;
    for (std::size_t board = 0; board < kTabledBoards; ++board) {
        entries.at(board) = entriesOf(std::move(boards.at(board)), codes);
        header.entries.at(board) = static_cast<std::uint32_t>(entries.at(board).size());
    }
    header.codeBytes = static_cast<std::uint32_t>(codes.bytes().size());
    Bytes bytes;
    append(bytes, std::span<const TableHeader>(&header, 1));
    for (const auto& each : entries)
        append(bytes, std::span<const TableEntry>(each));
    for (const auto& each : entries)
        append(bytes, std::span<const std::uint32_t>(placesByCharacter(each)));
    append(bytes, std::span<const char>(codes.bytes()));
    return writeFile(file, bytes);
}

} // namespace kiosk::typing
