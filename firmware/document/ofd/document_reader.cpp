// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/document_reader.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/document/ofd/page_reader.h"
#include "firmware/document/ofd/tag_reader.h"

namespace kiosk::document::ofd {

namespace {

constexpr std::size_t kMostPages = 1000;
constexpr std::string_view kEntryFile = "OFD.xml";

std::unexpected<Error> incomplete(std::string_view what) {
    return fail(ErrorKind::malformed, "document.incomplete", Remedy::supplier, what);
}

std::map<std::string, std::string> customData(const Element& body) {
    std::map<std::string, std::string> values;
    const Element* info = body.child("DocInfo");
    const Element* list = info == nullptr ? nullptr : info->child("CustomDatas");
    if (list == nullptr)
        return values;
    for (const Element& element : list->children)
        values[textOf(element, "Name")] = trimmed(element.text);
    return values;
}

/// Document.xml of the revision to show: the one Versions calls current, else DocRoot.
Result<std::string> documentFile(PackageFiles& files, const Element& body) {
    if (const Element* versions = body.child("Versions")) {
        for (const Element& version : versions->children) {
            if (!flagOr(version, "Current", false))
                continue;
            const std::string file = TRY(files.find(kEntryFile, textOf(version, "BaseLoc")));
            const Element content = TRY(files.xml(file));
            return files.find(file, content.childText("DocRoot"));
        }
    }
    return files.find(kEntryFile, body.childText("DocRoot"));
}

bool isPrintable(const Element& document) {
    const Element* permissions = document.child("Permissions");
    const Element* print = permissions == nullptr ? nullptr : permissions->child("Print");
    return print == nullptr || flagOr(*print, "Printable", true);
}

/// Reads everything below Document.xml into the model.
class DocumentReader {
public:
    DocumentReader(PackageFiles& files, Model& model) : files_(files), model_(model) {}

    Result<> read(const std::string& file) {
        const Element document = TRY(files_.xml(file));
        files_.setDocumentFile(file);
        model_.printable = isPrintable(document);
        if (const Element* common = document.child("CommonData")) {
            pages_.readCommon(file, *common);
            TRY(resources_.load(file, *common, {"PublicRes", "DocumentRes"}));
        }
        TRY(readPages(file, document));
        if (const auto annotations = document.childText("Annotations"); !annotations.empty())
            TRY(pages_.readAnnotations(file, annotations));
        resources_.fetchFiles();
        model_.reached = files_.reached(); // what follows is not drawn
        pages_.readIdleTemplates();
        if (const auto tags = document.childText("CustomTags"); !tags.empty())
            model_.customTags = taggedTexts(model_, readTags(files_, file, tags, model_.findings));
        if (objects_.exhausted())
            return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier,
                        "graphic objects");
        return {};
    }

private:
    Result<> readPages(const std::string& file, const Element& document) {
        const Element* pages = document.child("Pages");
        if (pages == nullptr || pages->children.empty())
            return incomplete("no pages");
        if (pages->children.size() > kMostPages)
            return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, "pages");
        for (const Element& page : pages->children)
            TRY(pages_.readPage(file, page));
        return {};
    }

    PackageFiles& files_;
    Model& model_;
    StyleBook book_;
    ObjectReader objects_{book_};
    ResourceReader resources_{files_, book_, objects_, model_};
    PageReader pages_{files_, resources_, objects_, model_};
};

} // namespace

Result<Model> readDocument(const Package& package) {
    PackageFiles files(package);
    const Element entry = TRY(files.xml(TRY(files.find("", kEntryFile))));
    const Element* body = entry.child("DocBody");
    if (body == nullptr)
        return incomplete("no DocBody");
    Model model;
    model.version = textOf(entry, "Version");
    model.customData = customData(*body);
    const std::string file = TRY(documentFile(files, *body));
    TRY(DocumentReader(files, model).read(file));
    return model;
}

} // namespace kiosk::document::ofd
