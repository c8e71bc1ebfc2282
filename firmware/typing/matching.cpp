// SPDX-License-Identifier: Apache-2.0
#include "firmware/typing/matching.h"

#include <algorithm>

#include "firmware/base/text.h"

namespace kiosk::typing {

namespace {

std::size_t sharedLength(std::string_view typed, std::string_view code) {
    const auto same = [](char key, char of) { return key == kAnyStroke || key == of; };
    return static_cast<std::size_t>(std::ranges::mismatch(typed, code, same).in1 - typed.begin());
}

/// Reads a code as one character of a name after the other.
class Reader {
public:
    Reader(Board board, const Table& table) : board_(board), table_(table) {}

    bool reads(std::u32string_view name, std::string_view code) const {
        if (code.empty())
            return true;
        if (name.empty())
            return false;
        const auto rest = name.substr(1);
        const auto ways = waysOf(name.front());
        if (ways.empty()) // brackets and points are not typed
            return reads(rest, code);
        return std::ranges::any_of(
            ways, [&](const std::string& way) { return readsFirst(way, rest, code); });
    }

private:
    std::vector<std::string> waysOf(char32_t character) const {
        if (board_ == Board::pinyin && character < 0x80 && std::isalpha(int(character)) != 0)
            return {std::string(1, static_cast<char>(std::tolower(int(character))))};
        const auto codes = table_.codesOf(board_, character);
        return {codes.begin(), codes.end()};
    }

    /// A reading may be left off anywhere, strokes only where the typing ends.
    bool readsFirst(std::string_view way, std::u32string_view rest, std::string_view code) const {
        const std::size_t shared = sharedLength(code, way);
        const bool mayBeShort = board_ == Board::pinyin || shared == code.size();
        const std::size_t least = mayBeShort ? 1 : way.size();
        for (std::size_t length = shared; length >= least; --length)
            if (reads(rest, code.substr(length)))
                return true;
        return false;
    }

    Board board_;
    const Table& table_;
};

bool holdsDigits(std::string_view number, std::string_view digits) {
    std::string all(number);
    std::erase_if(all, [](char c) { return c < '0' || c > '9'; });
    return all.find(digits) != std::string::npos;
}

/// From where in the name the code may be read.
bool meansName(const Draft& draft, std::u32string_view name, const Table& table) {
    const Reader reader(draft.board, table);
    if (draft.chosen.empty() && draft.board == Board::strokes)
        return reader.reads(name, draft.code);
    for (std::size_t at = name.find(draft.chosen); at != std::u32string_view::npos;
         at = name.find(draft.chosen, at + 1))
        if (reader.reads(name.substr(at + draft.chosen.size()), draft.code))
            return true;
    return false;
}

} // namespace

bool means(const Draft& draft, const Findable& thing, const Table& table) {
    const std::u32string name = codePoints(thing.name);
    if (draft.board == Board::digits)
        return name.find(draft.chosen) != std::u32string::npos &&
               holdsDigits(thing.number, draft.code);
    return meansName(draft, name, table);
}

} // namespace kiosk::typing
