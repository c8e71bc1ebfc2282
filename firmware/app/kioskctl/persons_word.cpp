// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/persons_word.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <poll.h>
#include <unistd.h>

#include "firmware/base/text.h"

namespace kiosk::app {

namespace {

std::unexpected<Error> nobodyAnswers() {
    return fail(ErrorKind::unsupported, "test.nobody-answers", Remedy::citizenAgain,
                "answer at a terminal or on standard input, or give --yes or --no");
}

/// Looks without waiting: whoever holds the other end may still write.
bool isInputOver() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (::isatty(STDIN_FILENO) == 1 || ::poll(&input, 1, 0) == 0)
        return false;
    const int next = std::getc(stdin);
    return next == EOF || std::ungetc(next, stdin) == EOF;
}

std::optional<bool> meaningOf(std::string_view line) {
    std::string word(trimmed(line));
    std::ranges::transform(word, word.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    if (word == "y" || word == "yes")
        return true;
    if (word == "n" || word == "no")
        return false;
    return std::nullopt;
}

} // namespace

Result<PersonsWord> PersonsWord::from(std::optional<bool> given) {
    if (!given && isInputOver())
        return nobodyAnswers();
    return PersonsWord(given);
}

Result<bool> PersonsWord::ask(std::string_view question) const {
    if (given_)
        return *given_;
    constexpr std::size_t kLongestLine = 64;
    for (std::array<char, kLongestLine> line{};;) {
        std::fprintf(stderr, "%s [y/n] ", std::string(question).c_str());
        std::fflush(stderr);
        if (std::fgets(line.data(), line.size(), stdin) == nullptr)
            return nobodyAnswers();
        if (const auto answer = meaningOf(line.data()))
            return *answer;
    }
}

} // namespace kiosk::app
