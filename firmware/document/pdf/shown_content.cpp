// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "firmware/document/pdf/inherited.h"
#include "firmware/document/pdf/opened.h"
#include "firmware/document/pdf/pdf_file.h"

namespace kiosk::document::pdf {

namespace {

constexpr int kDeepest = 128;

bool isSignatureWidget(QPDFObjectHandle annotation) {
    QPDFObjectHandle type = annotation.getKey("/FT");
    if (type.isNull() && annotation.getKey("/Parent").isDictionary())
        type = annotation.getKey("/Parent").getKey("/FT");
    return type.isNameAndEquals("/Sig");
}

/// Signing adds a field to a page; it changes what is seen only by an appearance.
bool isUnseen(QPDFObjectHandle annotation) {
    return annotation.isDictionary() && isSignatureWidget(annotation) && !annotation.hasKey("/AP");
}

/// Writes objects out whole, each indirect one once: numbers of objects may change from revision to
/// revision, the order in which they are met does not.
class Writer {
public:
    void write(QPDFObjectHandle object, int depth = 0) {
        if (depth > kDeepest)
            throw LimitExceeded("depth");
        if (object.isIndirect()) {
            const auto [known, isNew] = met_.try_emplace(object.getObjGen(), met_.size());
            text_ += "@" + std::to_string(known->second) + " ";
            if (!isNew)
                return;
        }
        if (object.isStream()) {
            writeDictionary(object.getDict(), depth);
            const auto data = object.getRawStreamData();
            text_.append(data->getBuffer(), data->getBuffer() + data->getSize());
        } else if (object.isDictionary()) {
            writeDictionary(object, depth);
        } else if (object.isArray()) {
            for (int i = 0; i < object.getArrayNItems(); ++i)
                write(object.getArrayItem(i), depth + 1);
            text_ += "] ";
        } else {
            text_ += object.unparseResolved() + " ";
        }
    }

    void writePage(QPDFObjectHandle page) {
        for (const char* key : {"/MediaBox", "/CropBox", "/Rotate", "/Resources"})
            write(inheritedAttribute(page, key));
        write(page.getKey("/Contents"));
        write(page.getKey("/UserUnit"));
        QPDFObjectHandle annotations = page.getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i)
            if (!isUnseen(annotations.getArrayItem(i)))
                write(annotations.getArrayItem(i));
        text_ += "\n";
    }

    std::string take() { return std::move(text_); }

private:
    /// Ways back up the tree would lead to everything.
    void writeDictionary(QPDFObjectHandle dictionary, int depth) {
        for (const std::string& key : dictionary.getKeys()) {
            if (key == "/Parent" || key == "/P" || key == "/Length")
                continue;
            text_ += key + " ";
            write(dictionary.getKey(key), depth + 1);
        }
        text_ += ">> ";
    }

    std::map<QPDFObjGen, std::size_t> met_;
    std::string text_;
};

} // namespace

Result<std::string> shownContent(ByteView file) {
    return withQpdf(file, [](QPDF& pdf) {
        Writer writer;
        for (const QPDFObjectHandle& page : pdf.getAllPages())
            writer.writePage(page);
        writer.write(pdf.getRoot().getKey("/OCProperties")); // which layers are seen
        return writer.take();
    });
}

} // namespace kiosk::document::pdf
