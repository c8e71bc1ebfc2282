// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/json_lines.h"

#include <algorithm>
#include <vector>

namespace kiosk::app {

namespace {

/// Goes through the text once and notes where values begin.
class Walk {
public:
    Walk(std::string_view text, std::map<std::string, int, std::less<>>& lines)
        : text_(text), lines_(lines) {}

    void go() {
        note("");
        while (at_ < text_.size())
            step();
    }

private:
    struct Container {
        bool isList;
        std::size_t index = 0; ///< of a list's value
        std::string key{};     ///< of an object's
    };

    void step() {
        switch (text_[at_]) {
        case '"':
            return takeText();
        case '/':
            return skipComment();
        case '{':
        case '[':
            beginValue();
            open_.push_back({.isList = text_[at_] == '['});
            break;
        case '}':
        case ']':
            if (!open_.empty())
                open_.pop_back();
            break;
        case ',':
            if (!open_.empty())
                ++open_.back().index;
            awaitsKey_ = true;
            break;
        case ':':
            awaitsKey_ = false;
            break;
        case '\n':
            ++line_;
            break;
        default:
            if (std::isgraph(static_cast<unsigned char>(text_[at_])) != 0)
                beginValue();
        }
        if (text_[at_] == '{')
            awaitsKey_ = true;
        ++at_;
    }
    void takeText() {
        const std::size_t from = ++at_;
        while (at_ < text_.size() && text_[at_] != '"')
            at_ += text_[at_] == '\\' ? 2 : 1;
        const bool isKey = !open_.empty() && !open_.back().isList && awaitsKey_;
        if (isKey)
            open_.back().key = std::string(text_.substr(from, at_ - from));
        beginValue();
        ++at_;
    }
    void skipComment() {
        const bool isBlock = at_ + 1 < text_.size() && text_[at_ + 1] == '*';
        const std::size_t end = isBlock ? text_.find("*/", at_ + 2) : text_.find('\n', at_);
        const std::size_t to = std::min(end, text_.size());
        line_ +=
            static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                        text_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
        at_ = isBlock ? std::min(to + 2, text_.size()) : to;
    }
    /// A key counts as the beginning of its value.
    void beginValue() {
        std::string pointer;
        for (const Container& container : open_)
            pointer += "/" + (container.isList ? std::to_string(container.index) : container.key);
        note(pointer);
    }
    void note(const std::string& pointer) { lines_.try_emplace(pointer, line_); }

    std::string_view text_;
    std::map<std::string, int, std::less<>>& lines_;
    std::vector<Container> open_{};
    std::size_t at_ = 0;
    int line_ = 1;
    bool awaitsKey_ = false;
};

} // namespace

JsonLines::JsonLines(std::string_view text) {
    Walk(text, lines_).go();
}

int JsonLines::lineOf(std::string_view pointer) const {
    while (true) {
        if (const auto line = lines_.find(pointer); line != lines_.end())
            return line->second;
        if (pointer.empty())
            return 1;
        pointer = pointer.substr(0, pointer.rfind('/'));
    }
}

} // namespace kiosk::app
