// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/catalogue/po_file.h"

#include "firmware/base/text.h"

namespace kiosk::kit {
namespace {

/// Reads line by line: a keyword opens a part of an entry, quoted lines go on with it.
class PoReader {
public:
    Result<> line(std::string_view text);
    Result<std::vector<PoEntry>> done();

private:
    Result<> keyword(std::string_view text);
    Result<> quoted(std::string_view text);
    Result<> open(std::string PoEntry::* part);
    Result<> close();
    std::unexpected<Error> malformed() const {
        return fail(ErrorKind::configuration, "texts.unreadable", Remedy::configuration,
                    "line " + std::to_string(number_));
    }

    std::vector<PoEntry> entries_;
    PoEntry entry_;
    std::string PoEntry::* part_ = nullptr; ///< that quoted lines belong to
    bool fuzzy_ = false;
    int number_ = 0;
};

std::optional<char> unescaped(char letter) {
    switch (letter) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case '"':
    case '\\':
        return letter;
    default:
        return std::nullopt;
    }
}

Result<> PoReader::line(std::string_view text) {
    ++number_;
    text = trimmed(text);
    if (text.empty())
        return {};
    if (text.starts_with('"'))
        return quoted(text);
    if (!text.starts_with('#'))
        return keyword(text);
    if (part_ == &PoEntry::text)
        TRY(close());
    fuzzy_ = fuzzy_ || (text.starts_with("#,") && text.find("fuzzy") != std::string_view::npos);
    return {};
}

Result<> PoReader::keyword(std::string_view text) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    if (word == "msgctxt")
        TRY(open(&PoEntry::context));
    else if (word == "msgid")
        TRY(open(&PoEntry::id));
    else if (word == "msgstr")
        TRY(open(&PoEntry::text));
    else
        return malformed();
    return quoted(trimmed(text.substr(space)));
}

/// Context, id and text of an entry come in this order; the context may be missing.
Result<> PoReader::open(std::string PoEntry::* part) {
    const bool begins = part_ == nullptr || part_ == &PoEntry::text;
    if (part == &PoEntry::text ? part_ != &PoEntry::id
                               : !begins && !(part == &PoEntry::id && part_ == &PoEntry::context))
        return malformed();
    if (part != &PoEntry::text && part_ == &PoEntry::text)
        TRY(close());
    part_ = part;
    return {};
}

Result<> PoReader::quoted(std::string_view text) {
    if (part_ == nullptr || text.size() < 2 || !text.starts_with('"') || !text.ends_with('"'))
        return malformed();
    text = text.substr(1, text.size() - 2);
    std::string& into = entry_.*part_;
    for (;;) {
        const std::size_t plain = std::min(text.find_first_of("\"\\"), text.size());
        into += text.substr(0, plain);
        text.remove_prefix(plain);
        if (into.size() > kLongestText)
            return malformed();
        if (text.empty())
            return {};
        const auto letter =
            text.starts_with('\\') && text.size() > 1 ? unescaped(text[1]) : std::nullopt;
        if (!letter)
            return malformed();
        into += *letter;
        text.remove_prefix(2);
    }
}

Result<> PoReader::close() {
    if (!isValidUtf8(entry_.text))
        return malformed();
    if (!entry_.id.empty() && !fuzzy_) // an empty id is the header
        entries_.push_back(std::move(entry_));
    entry_ = {};
    part_ = nullptr;
    fuzzy_ = false;
    return {};
}

Result<std::vector<PoEntry>> PoReader::done() {
    if (part_ == &PoEntry::text)
        TRY(close());
    if (part_ != nullptr || entries_.empty())
        return malformed();
    return std::move(entries_);
}

} // namespace

Result<std::vector<PoEntry>> readPo(std::string_view content) {
    PoReader reader;
    while (!content.empty()) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        TRY(reader.line(content.substr(0, end)));
        content.remove_prefix(std::min(end + 1, content.size()));
    }
    return reader.done();
}

} // namespace kiosk::kit
