// SPDX-License-Identifier: Apache-2.0
// Makes the table of characters from rime's, as a step of the build:
//
//   typing_table LUNA-PINYIN.table.txt STROKE.table.txt TABLE
#include <iostream>

#include "firmware/typing/board.h"
#include "firmware/typing/builder/rime.h"
#include "firmware/typing/builder/table_writer.h"

namespace {

using namespace kiosk;
using namespace kiosk::typing;

Result<> build(const std::filesystem::path& pinyin, const std::filesystem::path& strokes,
               const std::filesystem::path& table) {
    std::array<std::vector<Way>, kTabledBoards> boards{
        TRY(readRime(pinyin, keysOf(Board::pinyin))),
        TRY(readRime(strokes, keysOf(Board::strokes)))};
    for (std::vector<Way>& ways : boards)
        countSimplified(ways);
    return writeTable(std::move(boards), table);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "typing_table: two tables of rime and the table to be made are expected\n";
        return 64;
    }
    const auto built = build(argv[1], argv[2], argv[3]);
    if (!built)
        std::cerr << "typing_table: " << built.error().line() << '\n';
    return built ? 0 : 2;
}
