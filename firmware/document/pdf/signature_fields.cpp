// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/pdf/signature_fields.h"

#include <set>

#include "firmware/document/pdf/opened.h"
#include "firmware/document/pdf/pdf_date.h"

namespace kiosk::document::pdf {

namespace {

constexpr int kDeepestField = 32;
constexpr std::size_t kMostFields = 4096;

std::string nameOf(QPDFObjectHandle name) {
    return name.isName() ? name.getName().substr(1) : std::string();
}

std::vector<std::int64_t> numbersIn(QPDFObjectHandle array) {
    std::vector<std::int64_t> numbers;
    if (!array.isArray() || array.getArrayNItems() > 16)
        return {};
    for (int i = 0; i < array.getArrayNItems(); ++i) {
        if (!array.getArrayItem(i).isInteger())
            return {};
        numbers.push_back(array.getArrayItem(i).getIntValue());
    }
    return numbers;
}

SignatureField readValue(QPDFObjectHandle value) {
    SignatureField field;
    field.subFilter = nameOf(value.getKey("/SubFilter"));
    if (value.getKey("/Type").isNameAndEquals("/DocTimeStamp") || field.subFilter == "ETSI.RFC3161")
        field.kind = SignatureField::Kind::timeStamp;
    field.byteRange = numbersIn(value.getKey("/ByteRange"));
    if (QPDFObjectHandle contents = value.getKey("/Contents"); contents.isString())
        field.contents = toBytes(contents.getStringValue());
    if (QPDFObjectHandle time = value.getKey("/M"); time.isString())
        field.statedTime = parseDate(time.getStringValue());
    if (QPDFObjectHandle name = value.getKey("/Name"); name.isString())
        field.name = name.getUTF8Value();
    return field;
}

/// Walks the form's tree, each node once: kids may point back at their parents.
class FieldWalk {
public:
    void visit(QPDFObjectHandle field, const std::string& inheritedType, int depth) {
        if (!field.isDictionary() || depth > kDeepestField)
            return;
        if (field.isIndirect() && !seen_.insert(field.getObjGen()).second)
            return;
        if (seen_.size() > kMostFields)
            throw LimitExceeded("fields");
        const std::string own = nameOf(field.getKey("/FT"));
        const std::string& type = own.empty() ? inheritedType : own;
        if (type == "Sig" && field.getKey("/V").isDictionary())
            found_.push_back(readValue(field.getKey("/V")));
        visitAll(field.getKey("/Kids"), type, depth + 1);
    }

    void visitAll(QPDFObjectHandle fields, const std::string& inheritedType, int depth) {
        if (fields.isArray())
            for (int i = 0; i < fields.getArrayNItems(); ++i)
                visit(fields.getArrayItem(i), inheritedType, depth);
    }

    std::vector<SignatureField> take() { return std::move(found_); }

private:
    std::set<QPDFObjGen> seen_;
    std::vector<SignatureField> found_;
};

} // namespace

std::vector<SignatureField> readSignatureFields(QPDF& pdf) {
    QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
    FieldWalk walk;
    if (form.isDictionary())
        walk.visitAll(form.getKey("/Fields"), "", 0);
    return walk.take();
}

} // namespace kiosk::document::pdf
