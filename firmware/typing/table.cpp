// SPDX-License-Identifier: Apache-2.0
#include "firmware/typing/table.h"

#include <algorithm>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "firmware/base/process/descriptor.h"
#include "firmware/base/process/program.h"

namespace kiosk::typing {

namespace {

std::unexpected<Error> missing(const std::filesystem::path& file) {
    return fail(ErrorKind::notFound, "typing.table-missing", Remedy::technician, file.string());
}

/// Whether `code` begins with `typed`, in which a stroke may be left open.
bool begins(std::string_view code, std::string_view typed) {
    return code.size() >= typed.size() &&
           std::ranges::equal(typed, code.substr(0, typed.size()),
                              [](char key, char of) { return key == kAnyStroke || key == of; });
}

/// How a candidate is ranked among others.
struct Ranked {
    bool isLonger = false; ///< more is typed for it than there is yet
    std::uint32_t rank = 0;
    char32_t character = 0;

    auto operator<=>(const Ranked&) const = default;
};

/// The best of them, each character once: it may be typed in several ways.
std::vector<char32_t> bestOf(std::vector<Ranked> all, std::size_t most) {
    constexpr std::size_t kMostWays = 4; // by one beginning; strokes of a few are told in more
    const auto sorted = std::min(all.size(), most * kMostWays);
    std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(sorted));
    all.resize(sorted);
    std::vector<char32_t> best;
    for (const Ranked& each : all)
        if (best.size() < most && std::ranges::find(best, each.character) == best.end())
            best.push_back(each.character);
    return best;
}

template <typename T>
std::span<const T> taken(std::span<const std::byte>& rest, std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): mapped as the build wrote it
    const std::span<const T> part(reinterpret_cast<const T*>(rest.data()), count);
    rest = rest.subspan(bytes);
    return part;
}

} // namespace

Result<std::shared_ptr<const Table>> Table::open(const std::filesystem::path& file) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status{};
    if (!descriptor || ::fstat(descriptor.number(), &status) != 0 || status.st_size <= 0)
        return missing(file);
    const auto size = static_cast<std::size_t>(status.st_size);
    void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number(), 0);
    if (start == MAP_FAILED)
        return missing(file);
    const std::shared_ptr<const Table> table(
        new Table({static_cast<const std::byte*>(start), size}));
    if (!table->isWhole())
        return fail(ErrorKind::malformed, "typing.table-damaged", Remedy::technician,
                    file.string());
    return table;
}

Table::Table(std::span<const std::byte> file) : file_(file) {
    TableHeader header;
    if (file.size() < sizeof header)
        return;
    std::memcpy(&header, file.data(), sizeof header);
    std::size_t expected = sizeof header + header.codeBytes;
    for (const std::uint32_t count : header.entries)
        expected += count * (sizeof(TableEntry) + sizeof(std::uint32_t));
    if (header.magic != TableHeader::kMagic || file.size() != expected)
        return;
    auto rest = file.subspan(sizeof header);
    for (std::size_t board = 0; board < kTabledBoards; ++board)
        entries_.at(board) = taken<TableEntry>(rest, header.entries.at(board));
    for (std::size_t board = 0; board < kTabledBoards; ++board)
        byCharacter_.at(board) = taken<std::uint32_t>(rest, header.entries.at(board));
    const auto codes = taken<char>(rest, header.codeBytes);
    codes_ = {codes.data(), codes.size()};
}

Table::~Table() {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): munmap takes what mmap gave
    ::munmap(const_cast<std::byte*>(file_.data()), file_.size());
}

bool Table::isWhole() const {
    return !codes_.empty();
}

std::span<const TableEntry> Table::entriesOf(Board board) const {
    const auto index = static_cast<std::size_t>(board);
    return index < kTabledBoards ? entries_.at(index) : std::span<const TableEntry>();
}

/// Nothing where the file says what cannot be: no code is looked for outside.
std::string_view Table::codeOf(const TableEntry& entry) const {
    return entry.code > codes_.size() ? std::string_view()
                                      : codes_.substr(entry.code, entry.codeLength);
}

std::span<const TableEntry> Table::beginningWith(Board board, std::string_view code) const {
    const auto entries = entriesOf(board);
    const auto front = [&](const TableEntry& entry) {
        return codeOf(entry).substr(0, code.size());
    };
    const auto range = std::ranges::equal_range(entries, code, {}, front);
    return {range.begin(), range.end()};
}

std::vector<char32_t> Table::candidates(Board board, std::string_view code,
                                        std::size_t most) const {
    if (code.empty())
        return {};
    std::vector<Ranked> all;
    for (const TableEntry& entry : beginningWith(board, code.substr(0, code.find(kAnyStroke))))
        if (const std::string_view whole = codeOf(entry); begins(whole, code))
            all.push_back({whole.size() > code.size(), entry.rank, entry.character});
    return bestOf(std::move(all), most);
}

std::vector<std::string_view> Table::codesOf(Board board, char32_t character) const {
    const auto index = static_cast<std::size_t>(board);
    if (index >= kTabledBoards)
        return {};
    const auto entries = entries_.at(index);
    const auto characterAt = [&](std::uint32_t place) {
        return place < entries.size() ? entries[place].character : char32_t{};
    };
    std::vector<std::string_view> codes;
    for (const std::uint32_t place :
         std::ranges::equal_range(byCharacter_.at(index), character, {}, characterAt))
        codes.push_back(codeOf(entries[place]));
    return codes;
}

bool Table::isTypedBy(Board board, std::string_view code, char32_t character) const {
    const auto codes = codesOf(board, character);
    return !code.empty() &&
           std::ranges::any_of(codes, [&](std::string_view whole) { return begins(whole, code); });
}

std::string_view Table::syllableIn(std::string_view code) const {
    while (!code.empty() && beginningWith(Board::pinyin, code).empty())
        code.remove_suffix(1);
    return code;
}

std::filesystem::path tableFile() {
    return ownProgram("typing-characters");
}

} // namespace kiosk::typing
