// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/xml/reader.h"

#include <algorithm>
#include <charconv>

#include "firmware/base/text.h"
#include "firmware/document/xml/cursor.h"
#include "firmware/document/xml/encoding.h"

namespace kiosk::document::xml {

namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostBytes = 16U << 20;
constexpr std::size_t kMostElements = 400'000;
constexpr std::size_t kMostAttributes = 1'000'000;
/// Each attribute is compared with the others of its element.
constexpr std::size_t kMostAttributesOfOne = 64;

struct NamedCharacter {
    std::string_view name;
    char character;
};

constexpr NamedCharacter kPredefined[] = {
    {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"apos", '\''}, {"quot", '"'}};

/// The character a numeric reference means, between "&#" and ";"; nothing where XML knows none.
std::optional<char32_t> numbered(std::string_view digits) {
    const bool hexadecimal = digits.starts_with('x');
    digits.remove_prefix(hexadecimal ? 1 : 0);
    std::uint32_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stopped, error] =
        std::from_chars(digits.data(), end, number, hexadecimal ? 16 : 10);
    if (error != std::errc{} || stopped != end || !isXmlCharacter(number))
        return std::nullopt;
    return number;
}

bool isNamespaceDeclaration(std::string_view name) {
    return name == "xmlns" || name.starts_with("xmlns:");
}

/// Reads markup into a tree, one piece after another: nesting lives in `open_`, not on the stack.
class Reader {
public:
    Reader(Cursor cursor, std::string_view file) : cursor_(cursor), file_(file) {}

    Result<Element> document() {
        TRY(readMiscellany());
        if (!cursor_.skip("<"))
            return malformed();
        TRY(readStartTag());
        while (!open_.empty())
            TRY(readContent());
        TRY(readMiscellany());
        if (!cursor_.atEnd())
            return malformed();
        return std::move(root_);
    }

private:
    struct Open {
        std::string_view qualifiedName;
        Element element;
    };

    std::unexpected<Error> malformed() const { return malformedXml(file_, cursor_.line()); }

    std::unexpected<Error> tooLarge() const {
        return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier,
                    std::string(file_).append(" line ").append(std::to_string(cursor_.line())));
    }

    /// Before and after the root: blanks, comments, processing instructions.
    Result<> readMiscellany() {
        while (true) {
            cursor_.skipBlanks();
            if (cursor_.skip("<!--"))
                TRY(readComment());
            else if (cursor_.skip("<?"))
                TRY(readInstruction());
            else
                return {};
        }
    }

    Result<> readContent() {
        if (cursor_.next() == '&')
            return readReference(open_.back().element.text);
        if (cursor_.next() != '<')
            return readText();
        if (cursor_.skip("</"))
            return readEndTag();
        if (cursor_.skip("<!--"))
            return readComment();
        if (cursor_.skip("<![CDATA["))
            return readCharacterData();
        if (cursor_.skip("<?"))
            return readInstruction();
        cursor_.skip("<");
        return readStartTag();
    }

    Result<> readText() {
        const std::string_view text =
            cursor_.takeWhile([](char c) { return c != '<' && c != '&'; });
        if (cursor_.atEnd() || text.find("]]>") != std::string_view::npos)
            return malformed();
        open_.back().element.text.append(text);
        return {};
    }

    Result<> readCharacterData() {
        const auto data = cursor_.takeUntil("]]>");
        if (!data)
            return malformed();
        open_.back().element.text.append(*data);
        return {};
    }

    Result<> readComment() {
        const auto comment = cursor_.takeUntil("--");
        return comment && cursor_.skip(">") ? Result<>{} : malformed();
    }

    /// "xml" in any case is reserved: a second XML declaration ends up here.
    Result<> readInstruction() {
        const auto target = cursor_.takeName();
        const bool reserved = target && target->size() == 3 && (target->at(0) | 0x20) == 'x' &&
                              (target->at(1) | 0x20) == 'm' && (target->at(2) | 0x20) == 'l';
        if (!target || reserved || (!cursor_.isAt("?>") && !isBlank(cursor_.next())))
            return malformed();
        return cursor_.takeUntil("?>") ? Result<>{} : malformed();
    }

    /// Entities would come from a document type, and there is none.
    Result<> readReference(std::string& to) {
        cursor_.skip("&");
        if (cursor_.skip("#")) {
            const auto digits = cursor_.takeUntil(";");
            const auto character = digits ? numbered(*digits) : std::nullopt;
            if (!character)
                return malformed();
            to.append(toUtf8({&*character, 1}));
            return {};
        }
        const auto name = cursor_.takeUntil(";").value_or("");
        const auto* const found = std::ranges::find(kPredefined, name, &NamedCharacter::name);
        if (found == std::end(kPredefined))
            return malformed();
        to.push_back(found->character);
        return {};
    }

    Result<> readStartTag() {
        const auto name = cursor_.takeName();
        if (!name)
            return malformed();
        if (open_.size() >= kDeepest || ++elements_ > kMostElements)
            return tooLarge();
        open_.push_back({*name, {}});
        Element& element = open_.back().element;
        element.name = localPart(*name);
        TRY(readAttributes(element));
        if (cursor_.skip("/>"))
            close();
        else if (!cursor_.skip(">"))
            return malformed();
        return {};
    }

    Result<> readAttributes(Element& element) {
        std::vector<std::string_view> names;
        while (cursor_.skipBlanks() && cursor_.next() != '>' && cursor_.next() != '/') {
            const auto name = cursor_.takeName();
            if (!name || std::ranges::find(names, *name) != names.end())
                return malformed();
            names.push_back(*name);
            if (names.size() > kMostAttributesOfOne || ++attributes_ > kMostAttributes)
                return tooLarge();
            const std::string_view local = localPart(*name);
            std::string value = TRY(readAttributeValue());
            if (isNamespaceDeclaration(*name))
                continue;
            if (element.attribute(local))
                return malformed();
            element.attributes.emplace_back(local, std::move(value));
        }
        return {};
    }

    /// Blanks become spaces, unless written as references (3.3.3).
    Result<std::string> readAttributeValue() {
        cursor_.skipBlanks();
        if (!cursor_.skip("="))
            return malformed();
        cursor_.skipBlanks();
        const char quote = cursor_.next();
        if (!cursor_.skip("'") && !cursor_.skip("\""))
            return malformed();
        std::string value;
        while (cursor_.next() != quote) {
            value.append(cursor_.takeWhile([quote](char c) {
                return c != quote && c != '<' && c != '&' && c != '\n' && c != '\t';
            }));
            if (cursor_.skip("\n") || cursor_.skip("\t"))
                value.push_back(' ');
            else if (cursor_.next() == '&')
                TRY(readReference(value));
            else if (cursor_.next() != quote)
                return malformed();
        }
        cursor_.skip({&quote, 1});
        return value;
    }

    Result<> readEndTag() {
        if (cursor_.takeName() != open_.back().qualifiedName)
            return malformed();
        cursor_.skipBlanks();
        if (!cursor_.skip(">"))
            return malformed();
        close();
        return {};
    }

    void close() {
        Element finished = std::move(open_.back().element);
        open_.pop_back();
        if (open_.empty())
            root_ = std::move(finished);
        else
            open_.back().element.children.push_back(std::move(finished));
    }

    Cursor cursor_;
    std::string_view file_;
    std::vector<Open> open_;
    Element root_;
    std::size_t elements_ = 0;
    std::size_t attributes_ = 0;
};

} // namespace

Result<Element> parseXml(ByteView xml, std::string_view file) {
    if (xml.size() > kMostBytes)
        return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, file);
    const XmlText text = TRY(decodeXml(xml, file));
    return Reader(Cursor(text.characters, text.contentAt), file).document();
}

} // namespace kiosk::document::xml
