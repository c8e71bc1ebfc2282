// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/caption.h"

#include <algorithm>
#include <array>

#include "screens/kit/catalogue/line_breaks.h"

namespace kiosk::kit {
namespace {

constexpr std::string_view kEndOfIsolate = "\u2069";
constexpr std::array<std::string_view, 3> kIsolates{"\u2066", "\u2067", "\u2068"};

/// The isolates that `text` opens and does not close.
std::vector<std::string_view> openIn(std::string_view text) {
    std::vector<std::string_view> open;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at, kEndOfIsolate.size());
        if (rest == kEndOfIsolate && !open.empty())
            open.pop_back();
        for (const std::string_view isolate : kIsolates)
            if (rest == isolate)
                open.push_back(isolate);
    }
    return open;
}

std::string trimmed(std::string text) {
    const auto isSpace = [](char c) { return c == ' ' || c == '\n'; };
    while (!text.empty() && isSpace(text.back()))
        text.pop_back();
    const auto begin = std::find_if_not(text.begin(), text.end(), isSpace);
    text.erase(text.begin(), begin);
    return text;
}

/// Gathers pieces into lines.
class Lines {
public:
    explicit Lines(const std::function<bool(std::string_view)>& fits) : fits_(fits) {}

    bool take(const std::string& piece) {
        if (!fits_(closed(line_ + piece)))
            return false;
        line_ += piece;
        return true;
    }
    void end() {
        const auto open = openIn(line_);
        if (const std::string line = trimmed(closed(line_)); !line.empty())
            lines_.push_back(line);
        line_.clear();
        for (const std::string_view isolate : open)
            line_ += isolate;
    }
    /// Takes it even where it is longer than a line by itself: whoever draws sees it clipped, which
    /// is better than never to end.
    void force(const std::string& piece) { line_ += piece; }
    bool isEmpty() const {
        return trimmed(line_).empty() || openIn(line_).size() * 3 == line_.size();
    }
    std::vector<std::string> taken() && { return std::move(lines_); }

private:
    static std::string closed(std::string text) {
        for (std::size_t left = openIn(text).size(); left > 0; --left)
            text += kEndOfIsolate;
        return text;
    }

    const std::function<bool(std::string_view)>& fits_;
    std::string line_;
    std::vector<std::string> lines_;
};

void addByCharacters(const std::string& word, const std::string& language, Lines& lines) {
    for (const std::string& character : pieces(word, language, Cut::betweenCharacters)) {
        if (lines.take(character))
            continue;
        if (!lines.isEmpty())
            lines.end();
        if (!lines.take(character))
            lines.force(character);
    }
}

} // namespace

std::vector<std::string> linesOf(std::string_view text, const std::string& language,
                                 const std::function<bool(std::string_view)>& fits) {
    Lines lines(fits);
    for (const std::string& word : pieces(text, language, Cut::betweenWords)) {
        if (lines.take(word))
            continue;
        if (!lines.isEmpty())
            lines.end();
        if (!lines.take(word))
            addByCharacters(word, language, lines);
    }
    lines.end();
    return std::move(lines).taken();
}

} // namespace kiosk::kit
