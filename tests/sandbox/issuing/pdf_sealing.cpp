// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/pdf_sealing.h"

#include <array>
#include <cstdio>

#include "firmware/base/text.h"
#include "firmware/document/pdf/qpdf.h"
#include "tests/sandbox/issuing/faces/dates.h"

namespace kiosk::sandbox {

namespace {

constexpr std::size_t kContentsSize = 16384; ///< bytes kept free for the value
constexpr std::string_view kRangePlace = "/ByteRange[0 0000000000 0000000000 0000000000]";

/// Where a signature's value belongs in the file.
struct Place {
    std::size_t range = 0; ///< of kRangePlace
    std::size_t gapBegin = 0;
    std::size_t gapEnd = 0;
};

std::unique_ptr<QPDF> opened(ByteView pdf) {
    auto file = std::make_unique<QPDF>();
    file->processMemoryFile("pdf", static_cast<const char*>(static_cast<const void*>(pdf.data())),
                            pdf.size());
    return file;
}

int nextNumber(QPDF& file) {
    return static_cast<int>(file.getTrailer().getKey("/Size").getIntValue());
}

std::string reference(int number) {
    return std::to_string(number) + " 0 R";
}

std::string padded(std::size_t number) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%010zu", number);
    return text.data();
}

std::size_t lastCrossReference(const std::string& text) {
    const std::size_t at = text.rfind("startxref") + std::string_view("startxref").size();
    return static_cast<std::size_t>(std::stoul(text.substr(at)));
}

std::string signatureDictionary(const PdfSealing& sealing) {
    std::string dictionary =
        "<</Type/" + sealing.type + "/Filter/Adobe.PPKLite/SubFilter/" + sealing.subFilter;
    if (sealing.statedTime)
        dictionary += "/M(D:" + compactUtc(*sealing.statedTime) + ")";
    return dictionary + std::string(kRangePlace) + "/Contents<" +
           std::string(2 * kContentsSize, '0') + ">>>";
}

/// `look` says where the widget is on the page and what is seen there.
std::string fieldDictionary(int field, int value, const std::string& page,
                            const std::string& look) {
    return "<</Type/Annot/Subtype/Widget/FT/Sig/T(Sig" + std::to_string(field) + ")" + look +
           "/F 132/P " + page + "/V " + reference(value) + ">>";
}

/// Puts what shows the picture and the page with the widget among the objects; the widget's look.
Result<std::string> addPicture(PdfObjects& objects, QPDFObjectHandle page, int widget,
                               const PdfPicture& picture) {
    const int form = widget + 1;
    objects.merge(TRY(pictureObjects(form, picture.png, picture.size)));
    QPDFObjectHandle shown = page.shallowCopy();
    if (!shown.getKey("/Annots").isArray())
        shown.replaceKey("/Annots", QPDFObjectHandle::newArray());
    std::string text = shown.unparseResolved();
    text.insert(text.find('[', text.find("/Annots")) + 1, " " + reference(widget));
    objects[page.getObjectID()] = text;
    const double halfWidth = picture.size.width.value * kPointsPerMm / 2;
    const double halfHeight = picture.size.height.value * kPointsPerMm / 2;
    std::string rectangle;
    for (const double edge : {picture.x - halfWidth, picture.y - halfHeight, picture.x + halfWidth,
                              picture.y + halfHeight})
        rectangle += std::to_string(edge) + " ";
    return "/Rect[" + rectangle + "]/AP<</N " + reference(form) + ">>";
}

/// The signature's dictionaries and fields, the form and the page that name them.
Result<PdfObjects> signingObjects(QPDF& file, const PdfSealing& sealing) {
    const bool twoValues = sealing.fault == PdfFault::overlapping;
    const bool twoFields = twoValues || sealing.fault == PdfFault::sharedRange;
    const int value = nextNumber(file);
    const int otherValue = twoValues ? value + 1 : value;
    QPDFObjectHandle page = file.getAllPages().at(0);
    PdfObjects objects;
    std::vector<int> fields{otherValue + 1};
    if (twoFields)
        fields.push_back(otherValue + 2);
    objects[value] = signatureDictionary(sealing);
    objects[otherValue] = signatureDictionary(sealing);
    QPDFObjectHandle root = file.getRoot();
    QPDFObjectHandle form = root.getKey("/AcroForm");
    std::string list;
    if (form.isDictionary())
        for (QPDFObjectHandle field : form.getKey("/Fields").aitems())
            list += field.unparse() + " ";
    const std::string look = sealing.picture
                                 ? TRY(addPicture(objects, page, fields.back(), *sealing.picture))
                                 : "/Rect[0 0 0 0]";
    for (const int field : fields) {
        objects[field] = fieldDictionary(field, field == fields.front() ? value : otherValue,
                                         page.unparse(), look);
        list += reference(field) + " ";
    }
    root.replaceKey("/AcroForm", QPDFObjectHandle::parse("<</SigFlags 3/Fields[]>>"));
    std::string rootText = root.unparseResolved();
    rootText.insert(rootText.find('[', rootText.find("/Fields")) + 1, list);
    objects[root.getObjectID()] = rootText;
    return objects;
}

/// The places of the file's last `count` signatures, in order.
std::vector<Place> places(const std::string& text, std::size_t count) {
    std::vector<Place> found;
    std::size_t from = std::string::npos;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t range = text.rfind(kRangePlace, from);
        const std::size_t gap = text.find('<', range);
        found.insert(found.begin(), {range, gap, text.find('>', gap) + 1});
        from = range - 1;
    }
    return found;
}

/// Writes the range, wrong in the way asked for, and then the value over what it covers.
Result<> fillIn(std::string& text, const Place& place, const PdfSealing& sealing) {
    const std::size_t start = sealing.fault == PdfFault::startsLate ? 1 : 0;
    const std::size_t gapBegin = place.gapBegin - (sealing.fault == PdfFault::gapTooWide ? 1 : 0);
    const std::size_t end = text.size() - (sealing.fault == PdfFault::endsEarly ? 20 : 0);
    const std::string range = "/ByteRange[" + std::to_string(start) + " " +
                              padded(gapBegin - start) + " " + padded(place.gapEnd) + " " +
                              padded(end - place.gapEnd) + "]";
    text.replace(place.range, range.size(), range);
    const std::string covered =
        text.substr(start, gapBegin - start) + text.substr(place.gapEnd, end - place.gapEnd);
    const std::string value = toHex(TRY(sealing.sign(bytesOf(covered))));
    if (value.size() > 2 * kContentsSize)
        return fail(ErrorKind::limitExceeded, "sandbox.contents", Remedy::supplier);
    text.replace(place.gapBegin + 1, value.size(), value);
    return {};
}

} // namespace

Bytes appendRevision(ByteView pdf, const PdfObjects& objects) {
    const auto file = opened(pdf);
    std::string text = toText(pdf);
    const std::size_t previous = lastCrossReference(text);
    std::string table;
    for (const auto& [number, content] : objects) {
        table += std::to_string(number) + " 1\n" + padded(text.size()) + " 00000 n \n";
        text += std::to_string(number) + " 0 obj\n" + content + "\nendobj\n";
    }
    const std::size_t tableAt = text.size();
    const int size = std::max(nextNumber(*file), objects.rbegin()->first + 1);
    text += "xref\n" + table + "trailer\n<</Size " + std::to_string(size) + "/Root " +
            file->getTrailer().getKey("/Root").unparse() + "/Prev " + std::to_string(previous) +
            ">>\nstartxref\n" + std::to_string(tableAt) + "\n%%EOF\n";
    return toBytes(text);
}

Result<Bytes> sealedPdf(ByteView pdf, const PdfSealing& sealing) {
    const auto file = opened(pdf);
    std::string text = toText(appendRevision(pdf, TRY(signingObjects(*file, sealing))));
    const std::size_t values = sealing.fault == PdfFault::overlapping ? 2 : 1;
    for (const Place& place : places(text, values))
        TRY(fillIn(text, place, sealing));
    return toBytes(text);
}

Bytes withTurnedPage(ByteView pdf) {
    const auto file = opened(pdf);
    QPDFObjectHandle page = file->getAllPages().at(0);
    page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(90));
    return appendRevision(pdf, {{page.getObjectID(), page.unparseResolved()}});
}

} // namespace kiosk::sandbox
