// SPDX-License-Identifier: Apache-2.0
#include "tests/style/plain_code.h"

#include <algorithm>
#include <cctype>

namespace kiosk::style {
namespace {

bool isNamePart(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Walks over the text once; what is skipped becomes blanks.
class Blanker {
public:
    explicit Blanker(std::string_view cpp) : text_(cpp) {}

    std::string run() {
        while (at_ < text_.size())
            step();
        return std::move(text_);
    }

private:
    void step() {
        if (startsWith("//"))
            blankUntil(text_.find('\n', at_));
        else if (startsWith("/*"))
            blankUntil(after("*/", at_ + 2));
        else if (startsWith("R\"") && !followsName())
            blankUntil(endOfRaw());
        else if (text_[at_] == '"' || (text_[at_] == '\'' && !separatesDigits()))
            blankUntil(endOfLiteral(text_[at_]));
        else if (text_[at_] == '#' && onlyBlanksBefore())
            blankUntil(endOfDirective());
        else
            ++at_;
    }

    bool startsWith(std::string_view what) const {
        return std::string_view(text_).substr(at_).starts_with(what);
    }

    bool followsName() const { return at_ > 0 && isNamePart(text_[at_ - 1]); }

    /// As in 1'000: the name before the quote begins with a digit.
    bool separatesDigits() const {
        std::size_t begin = at_;
        while (begin > 0 && (isNamePart(text_[begin - 1]) || text_[begin - 1] == '\''))
            --begin;
        return begin < at_ && std::isdigit(static_cast<unsigned char>(text_[begin])) != 0;
    }

    bool onlyBlanksBefore() const {
        const auto line = text_.rfind('\n', at_);
        const auto begin = line == std::string::npos ? 0 : line + 1;
        return text_.find_first_not_of(" \t", begin) == at_;
    }

    std::size_t after(std::string_view what, std::size_t from) const {
        const auto found = text_.find(what, from);
        return found == std::string::npos ? text_.size() : found + what.size();
    }

    std::size_t endOfRaw() const {
        const auto bracket = std::min(text_.find('(', at_), text_.size());
        return after(")" + text_.substr(at_ + 2, bracket - at_ - 2) + "\"", bracket);
    }

    std::size_t endOfLiteral(char quote) const {
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != quote)
            end += text_[end] == '\\' ? 2 : 1;
        return end + 1;
    }

    std::size_t endOfDirective() const {
        auto end = text_.find('\n', at_);
        while (end != std::string::npos && text_[end - 1] == '\\')
            end = text_.find('\n', end + 1);
        return end;
    }

    void blankUntil(std::size_t end) {
        for (end = std::min(end, text_.size()); at_ < end; ++at_)
            if (text_[at_] != '\n')
                text_[at_] = ' ';
    }

    std::string text_;
    std::size_t at_ = 0;
};

} // namespace

std::string plainCode(std::string_view cpp) {
    return Blanker(cpp).run();
}

} // namespace kiosk::style
