// SPDX-License-Identifier: Apache-2.0
#include "tests/style/features.h"

#include <algorithm>
#include <array>
#include <regex>

namespace kiosk::style {
namespace {

constexpr std::array<std::pair<std::string_view, FeatureRow::State>, 3> kStates = {{
    {"shown", FeatureRow::State::shown},
    {"in part", FeatureRow::State::inPart},
    {"later", FeatureRow::State::later},
}};

std::size_t lineAt(const std::string& text, std::ptrdiff_t offset) {
    return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + offset, '\n'));
}

/// The literals of `"one " "name"` put together.
std::string joinedLiterals(const std::string& literals) {
    static const std::regex kLiteral(R"lit("((?:[^"\\]|\\.)*)")lit");
    std::string joined;
    for (std::sregex_iterator it(literals.begin(), literals.end(), kLiteral), end; it != end; ++it)
        joined += (*it)[1];
    return std::regex_replace(joined, std::regex(R"(\\(.))"), "$1");
}

std::vector<std::string> rowsNamedBy(const std::string& name) {
    static const std::regex kRow(R"([RVDQUGFSO][1-9][0-9]?,?)");
    std::vector<std::string> rows;
    for (auto word : wordsOf(name)) {
        if (!std::regex_match(word.begin(), word.end(), kRow))
            break;
        rows.emplace_back(word.substr(0, word.find(',')));
    }
    return rows;
}

std::vector<std::string> cellsOf(std::string_view line) {
    static const std::regex kCell(R"(\|\s*([^|]*[^|\s]|)\s*(?=\|))");
    const std::string text(line);
    std::vector<std::string> cells;
    for (std::sregex_iterator it(text.begin(), text.end(), kCell), end; it != end; ++it)
        cells.push_back((*it)[1]);
    return cells;
}

std::string without(std::string text, char unwanted) {
    std::erase(text, unwanted);
    return text;
}

bool shows(const NamedTest& test, const std::string& row) {
    return std::ranges::count(test.rows, row) > 0;
}

void checkRow(const FeatureRow& row, const std::vector<NamedTest>& tests, const std::string& path,
              Findings& findings) {
    const bool later = row.state == FeatureRow::State::later;
    const auto test = std::ranges::find(tests, row.test, &NamedTest::name);
    if (later && std::ranges::any_of(tests, [&](const auto& t) { return shows(t, row.id); }))
        findings.push_back({path, row.line, row.id + " is called later, and has a test"});
    if (!later && test == tests.end())
        findings.push_back({path, row.line, row.id + " names no test: \"" + row.test + "\""});
    if (!later && test != tests.end() && !shows(*test, row.id))
        findings.push_back({path, row.line, row.id + " names a test of another row"});
}

/// The rules' own tests name rows they made up.
bool mayNameRows(std::string_view path) {
    return isCpp(path) && isBelow(path, "tests") &&
           (!isBelow(path, "tests/style") || path == "tests/style/house_test.cpp");
}

} // namespace

std::pair<std::vector<FeatureRow>, Findings> parseFeatures(const SourceFile& table) {
    std::vector<FeatureRow> rows;
    Findings findings;
    std::size_t number = 0;
    for (const auto line : linesOf(table.text)) {
        ++number;
        const auto cells = cellsOf(line);
        if (cells.size() < 4 || rowsNamedBy(cells[0]).empty())
            continue;
        const auto state =
            std::ranges::find(kStates, cells[2], [](const auto& s) { return s.first; });
        if (state == kStates.end())
            findings.push_back({table.path, number, cells[0] + " has an unknown state"});
        else
            rows.push_back({cells[0], state->second, without(cells[3], '`'), number});
    }
    return {rows, findings};
}

std::vector<NamedTest> testsIn(const SourceFile& file) {
    static const std::regex kTestCase(
        R"lit((?:TEST_CASE|TEST_CASE_METHOD|SCENARIO)\s*\(\s*(?:\w+,\s*)?((?:"(?:[^"\\]|\\.)*"\s*)+))lit");
    std::vector<NamedTest> tests;
    for (std::sregex_iterator it(file.text.begin(), file.text.end(), kTestCase), end; it != end;
         ++it) {
        const std::string name = joinedLiterals((*it)[1]);
        tests.push_back({name, rowsNamedBy(name), file.path, lineAt(file.text, it->position())});
    }
    return tests;
}

Findings checkFeatures(const Tree& tree, const SourceFile& table) {
    auto [rows, findings] = parseFeatures(table);
    std::vector<NamedTest> tests;
    for (const auto& file : tree)
        if (mayNameRows(file.path))
            std::ranges::move(testsIn(file), std::back_inserter(tests));
    for (const auto& row : rows)
        checkRow(row, tests, table.path, findings);
    for (const auto& test : tests)
        for (const auto& id : test.rows)
            if (std::ranges::find(rows, id, &FeatureRow::id) == rows.end())
                findings.push_back(
                    {test.path, test.line, "names " + id + ", which the table lacks"});
    return findings;
}

} // namespace kiosk::style
