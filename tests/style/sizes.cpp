// SPDX-License-Identifier: Apache-2.0
#include "tests/style/sizes.h"

#include <algorithm>
#include <array>

#include "tests/style/plain_code.h"

namespace kiosk::style {
namespace {

enum class Scope { names, function, other };

constexpr std::string_view kBlanks = " \t\n";

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// Without `template <…>` and access labels in front.
std::string_view declaration(std::string_view head) {
    head = trimmed(head);
    for (const std::string_view label : {"public:", "protected:", "private:"})
        if (head.starts_with(label))
            return declaration(head.substr(label.size()));
    if (!head.starts_with("template"))
        return head;
    int depth = 0;
    for (std::size_t at = head.find('<'); at < head.size(); ++at) {
        depth += head[at] == '<' ? 1 : head[at] == '>' ? -1 : 0;
        if (depth == 0)
            return declaration(head.substr(at + 1));
    }
    return {};
}

bool opensNames(std::string_view head) {
    constexpr std::array<std::string_view, 7> kOpeners = {
        "namespace", "inline namespace", "class", "struct", "union", "enum", "extern"};
    return head.back() != ')' && std::ranges::any_of(kOpeners, [&](std::string_view opener) {
               return head.starts_with(opener) &&
                      (head.size() == opener.size() || kBlanks.contains(head[opener.size()]));
           });
}

/// Offsets of a character outside all brackets.
std::size_t findOutsideBrackets(std::string_view text, char wanted, std::size_t from = 0) {
    int depth = 0;
    for (std::size_t at = from; at < text.size(); ++at) {
        if (depth == 0 && text[at] == wanted)
            return at;
        depth += text[at] == '(' || text[at] == '[' ? 1 : 0;
        depth -= text[at] == ')' || text[at] == ']' ? 1 : 0;
    }
    return std::string_view::npos;
}

/// In `X() : a_{1} {` the first brace holds a value, the second the body.
bool endsInInitialiser(std::string_view head) {
    auto colon = head.find(':', head.find(')'));
    while (colon != std::string_view::npos && head.substr(colon, 2) == "::")
        colon = head.find(':', colon + 2);
    return colon != std::string_view::npos && head.back() != ')' && head.back() != '}';
}

Scope scopeOpenedBy(std::string_view head) {
    head = declaration(head);
    if (head.empty())
        return Scope::other;
    if (opensNames(head))
        return Scope::names;
    const bool called = findOutsideBrackets(head, '(') != std::string_view::npos;
    const bool assigned = findOutsideBrackets(head, '=') != std::string_view::npos &&
                          head.find("operator") == std::string_view::npos;
    return called && !assigned && !endsInInitialiser(head) ? Scope::function : Scope::other;
}

/// Follows the braces of one file.
class FunctionFinder {
public:
    explicit FunctionFinder(const SourceFile& file)
        : path_(file.path), code_(plainCode(file.text)) {}

    std::vector<FunctionSize> run() {
        for (at_ = 0; at_ < code_.size(); ++at_)
            step(code_[at_]);
        return std::move(functions_);
    }

private:
    struct Open {
        Scope scope;
        std::size_t head;
    };

    bool amongNames() const { return open_.empty() || open_.back().scope == Scope::names; }

    void step(char c) {
        if (c == '{')
            open_.push_back(
                {amongNames() && brackets_ == 0 ? scopeOpenedBy(head()) : Scope::other, head_});
        else if (c == '}' && !open_.empty())
            close();
        else if (amongNames())
            stepAmongNames(c);
        if (c == '{' && amongNames())
            head_ = at_ + 1;
    }

    void stepAmongNames(char c) {
        brackets_ += c == '(' || c == '[' ? 1 : 0;
        brackets_ -= c == ')' || c == ']' ? 1 : 0;
        if (c == ';' && brackets_ == 0)
            head_ = at_ + 1;
    }

    void close() {
        const auto [scope, head] = open_.back();
        open_.pop_back();
        if (scope == Scope::function) {
            const std::size_t first = lineAt(code_.find_first_not_of(kBlanks, head));
            functions_.push_back({path_, first, lineAt(at_) - first + 1});
        }
        if (scope != Scope::other && amongNames())
            head_ = at_ + 1;
    }

    std::string_view head() const { return std::string_view(code_).substr(head_, at_ - head_); }

    std::size_t lineAt(std::size_t offset) const {
        return 1 + static_cast<std::size_t>(std::count(
                       code_.begin(), code_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    }

    std::string path_;
    std::string code_;
    std::vector<FunctionSize> functions_;
    std::vector<Open> open_;
    std::size_t at_ = 0;
    std::size_t head_ = 0;
    int brackets_ = 0;
};

std::size_t median(std::vector<std::size_t> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

bool isTest(const SourceFile& file) {
    return isBelow(file.path, "tests");
}

void limit(std::size_t value, std::size_t most, std::string what, Findings& findings) {
    if (value > most)
        findings.push_back(
            {"the whole tree", 0,
             what + " is " + std::to_string(value) + ", more than " + std::to_string(most)});
}

void checkFiles(const Tree& tree, const Limits& limits, Findings& findings) {
    std::vector<std::size_t> sources;
    for (const auto& file : tree) {
        const std::size_t lines = linesOf(file.text).size();
        if ((isCpp(file.path) || isScript(file) || isCMake(file.path)) && lines > limits.fileLines)
            findings.push_back({file.path, 0, "has " + std::to_string(lines) + " lines"});
        if (file.path.ends_with(".cpp"))
            sources.push_back(lines);
    }
    limit(median(sources), limits.medianFileLines, "the median file", findings);
}

void checkFunctions(const Tree& tree, const Limits& limits, Findings& findings) {
    std::vector<std::size_t> sizes;
    for (const auto& file : tree)
        if (isCpp(file.path) && !isTest(file))
            for (const auto& function : functionsIn(file))
                sizes.push_back(function.lines);
    limit(median(sizes), limits.medianFunctionLines, "the median function", findings);
    const auto longer = std::ranges::count_if(
        sizes, [&](std::size_t lines) { return lines > limits.mostFunctionLines; });
    limit(static_cast<std::size_t>(longer) * 100, sizes.size() * (100 - limits.mostPerCent),
          "a hundred times the number of long functions", findings);
}

void checkTestLines(const Tree& tree, const Limits& limits, Findings& findings) {
    std::size_t product = 0;
    std::size_t tests = 0;
    for (const auto& file : tree)
        if (isCpp(file.path))
            (isTest(file) ? tests : product) += linesOf(file.text).size();
    if (tests * 100 < product * limits.testLinesPerCent)
        findings.push_back({"tests", 0,
                            std::to_string(tests) + " lines of tests are too few for " +
                                std::to_string(product) + " of product"});
}

} // namespace

std::vector<FunctionSize> functionsIn(const SourceFile& file) {
    return FunctionFinder(file).run();
}

Findings checkSizes(const Tree& tree, const Limits& limits) {
    Findings findings;
    checkFiles(tree, limits, findings);
    checkFunctions(tree, limits, findings);
    checkTestLines(tree, limits, findings);
    return findings;
}

} // namespace kiosk::style
