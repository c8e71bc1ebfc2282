// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/document_reader.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/document/ofd/attachments.h"
#include "firmware/document/ofd/custom_tags.h"
#include "firmware/document/ofd/page_reader.h"
#include "firmware/document/ofd/revisions.h"

namespace kiosk::document::ofd {

namespace {

constexpr std::size_t kMostPages = 1000;

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
            resources_.setDefaultColourSpace(parseId(common->childText("DefaultCS")));
            TRY(resources_.load(file, *common, {"PublicRes", "DocumentRes"}));
        }
        TRY(readPages(file, document));
        if (const auto annotations = document.childText("Annotations"); !annotations.empty())
            TRY(pages_.readAnnotations(file, annotations));
        resources_.fetchFiles();
        model_.reached = files_.reached(); // what follows is not drawn
        pages_.readIdleTemplates();
        readBeside(file, document);
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

    /// What lies beside the pages: no damage there keeps the document from being shown.
    void readBeside(const std::string& file, const Element& document) {
        if (const auto attachments = document.childText("Attachments"); !attachments.empty())
            readAttachments(files_, file, attachments, model_);
        if (const auto tags = document.childText("CustomTags"); !tags.empty())
            readCustomTags(files_, file, tags, model_);
    }

    PackageFiles& files_;
    Model& model_;
    StyleBook book_;
    ObjectReader objects_{book_};
    ResourceReader resources_{files_, book_, objects_, model_};
    PageReader pages_{files_, resources_, objects_, model_};
};

Result<const Element*> bodyAt(const Element& entry, std::size_t document) {
    for (const Element& element : entry.children) {
        if (element.name == "DocBody" && document-- == 0)
            return &element;
    }
    return incomplete("no DocBody");
}

Result<Model> read(PackageFiles& files, const Element& entry, const Element& body,
                   const std::string& root) {
    Model model;
    model.version = textOf(entry, "Version");
    model.customData = customData(body);
    TRY(DocumentReader(files, model).read(root));
    return model;
}

} // namespace

Result<Model> readDocument(const Package& package) {
    PackageFiles files(package);
    const Element entry = TRY(entryFile(files));
    const Element* body = TRY(bodyAt(entry, 0));
    return read(files, entry, *body, TRY(currentRoot(files, *body)));
}

Result<Model> readDocument(const Package& package, const Revision& revision) {
    PackageFiles files(package);
    const Element entry = TRY(entryFile(files));
    const Element* body = TRY(bodyAt(entry, revision.document));
    return read(files, entry, *body, TRY(files.find("", revision.root)));
}

} // namespace kiosk::document::ofd
