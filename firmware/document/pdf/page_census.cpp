// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/pdf/page_census.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>

#include "firmware/document/pdf/inherited.h"
#include "firmware/document/pdf/limited_pipeline.h"

namespace kiosk::document::pdf {

namespace {

using Callbacks = QPDFObjectHandle::ParserCallbacks;

/// ISO 32000-1, table 60 without `n`, which paints nothing; and table 109.
constexpr std::array<std::string_view, 9> kPathPainting{"S", "s",  "f", "F", "f*",
                                                        "B", "B*", "b", "b*"};
constexpr std::array<std::string_view, 4> kTextShowing{"Tj", "TJ", "'", "\""};

/// A content still to be walked, with the resources its names mean.
struct Content {
    std::vector<QPDFObjectHandle> streams;
    QPDFObjectHandle resources;
};

bool isEmbedded(QPDFObjectHandle font) {
    if (font.getKey("/Subtype").isNameAndEquals("/Type3"))
        return true;
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    if (descendants.isArray() && descendants.getArrayNItems() > 0)
        font = descendants.getArrayItem(0);
    QPDFObjectHandle descriptor = font.isDictionary() ? font.getKey("/FontDescriptor") : font;
    return descriptor.isDictionary() &&
           (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") ||
            descriptor.hasKey("/FontFile3"));
}

/// "ABCDEF+Name" says that the font is a subset (9.6.4).
std::string fontName(QPDFObjectHandle font) {
    QPDFObjectHandle base = font.getKey(font.hasKey("/BaseFont") ? "/BaseFont" : "/Name");
    if (!base.isName())
        return {};
    const std::string name = base.getName().substr(1);
    return name.size() > 7 && name[6] == '+' ? name.substr(7) : name;
}

class Census final : public Callbacks {
public:
    Census(QPDF& pdf, PageCensus& result) : pdf_(pdf), result_(result) {}

    void walk(Content content) {
        waiting_.push_back(std::move(content));
        while (!waiting_.empty()) {
            current_ = std::move(waiting_.front());
            waiting_.pop_front();
            takeFonts();
            std::string bytes;
            for (QPDFObjectHandle& stream : current_.streams)
                bytes += decoded(stream, budget_) + "\n";
            QPDFObjectHandle whole = QPDFObjectHandle::newStream(&pdf_, bytes);
            QPDFObjectHandle::parseContentStream(whole, this);
        }
    }

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operand_ = object;
            return;
        }
        const std::string name = object.getOperatorValue();
        if (std::ranges::find(kTextShowing, name) != kTextShowing.end())
            ++result_.objects.text;
        else if (std::ranges::find(kPathPainting, name) != kPathPainting.end())
            ++result_.objects.path;
        else if (name == "EI") // the end of an inline image
            ++result_.objects.image;
        else if (name == "Do")
            paint();
    }

    void handleEOF() override {}

private:
    QPDFObjectHandle resource(const std::string& category, const std::string& name) {
        QPDFObjectHandle group = current_.resources.isDictionary()
                                     ? current_.resources.getKey(category)
                                     : QPDFObjectHandle::newNull();
        return group.isDictionary() ? group.getKey(name) : QPDFObjectHandle::newNull();
    }

    void paint() {
        if (!operand_.isName())
            return;
        QPDFObjectHandle object = resource("/XObject", operand_.getName());
        if (!object.isStream())
            return;
        if (object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) {
            ++result_.objects.image;
            return;
        }
        ++result_.objects.composite;
        if (!forms_.insert(object.getObjGen()).second)
            return;
        QPDFObjectHandle own = object.getDict().getKey("/Resources");
        waiting_.push_back({{object}, own.isDictionary() ? own : current_.resources});
    }

    void takeFonts() {
        QPDFObjectHandle fonts = current_.resources.isDictionary()
                                     ? current_.resources.getKey("/Font")
                                     : QPDFObjectHandle::newNull();
        if (!fonts.isDictionary())
            return;
        for (const std::string& key : fonts.getKeys()) {
            QPDFObjectHandle font = fonts.getKey(key);
            if (!font.isDictionary())
                continue;
            const FontUse use{.name = fontName(font), .embedded = isEmbedded(font)};
            if (known_.insert({use.name, use.embedded}).second)
                result_.fonts.push_back(use);
        }
    }

    QPDF& pdf_;
    PageCensus& result_;
    std::size_t budget_ = kMostDecodedBytes;
    Content current_;
    std::deque<Content> waiting_;
    QPDFObjectHandle operand_;
    std::set<QPDFObjGen> forms_;
    std::set<std::pair<std::string, bool>> known_;
};

} // namespace

PageCensus takeCensus(QPDF& pdf) {
    PageCensus result;
    Census census(pdf, result);
    for (QPDFObjectHandle page : pdf.getAllPages())
        census.walk({page.getPageContents(), inheritedAttribute(page, "/Resources")});
    return result;
}

} // namespace kiosk::document::pdf
