// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/document.h"

#include "firmware/document/ofd/census.h"
#include "firmware/document/ofd/cover_texts.h"
#include "firmware/document/ofd/document_reader.h"
#include "firmware/document/ofd/revisions.h"
#include "firmware/document/paint/page_painter.h"

namespace kiosk::document {

struct Document::Content {
    ofd::Model model;
    paint::Findings findings{model.findings};
    paint::FontStore fonts{model, findings};
    paint::ImageStore images{model, findings};
    paint::Workshop workshop{model, fonts, images, findings};

    explicit Content(ofd::Model read) : model(std::move(read)) {}
};

Document::Document(std::unique_ptr<Content> content) : content_(std::move(content)) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Result<Document> Document::open(const Package& package) {
    return Document(std::make_unique<Content>(TRY(ofd::readDocument(package))));
}

Result<Document> Document::open(const Package& package, const Revision& revision) {
    return Document(std::make_unique<Content>(TRY(ofd::readDocument(package, revision))));
}

Result<std::vector<Revision>> Document::revisions(const Package& package) {
    return ofd::revisionsOf(package);
}

std::size_t Document::pageCount() const {
    return content_->model.pages.size();
}

SizeMm Document::pageSize(std::size_t page) const {
    const BoxMm& box = content_->model.pages.at(page).boxes.physical;
    return {{box.width}, {box.height}};
}

PageBoxes Document::pageBoxes(std::size_t page) const {
    return content_->model.pages.at(page).boxes;
}

Result<> Document::draw(std::size_t page, cairo_t* context, Use use,
                        const std::vector<Stamp>& stamps) const {
    if (page >= pageCount())
        return fail(ErrorKind::notFound, "document.no-such-page", Remedy::citizenAgain,
                    std::to_string(page + 1));
    TRY(paint::drawPage(context, content_->workshop, content_->model.pages[page], use, stamps));
    if (const cairo_status_t status = cairo_status(context); status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::internal, "document.not-drawn", Remedy::supplier,
                    cairo_status_to_string(status));
    return {};
}

void Document::cover(const std::vector<std::string>& words) {
    ofd::coverTexts(content_->model, words);
}

std::string Document::version() const {
    return content_->model.version;
}

bool Document::printable() const {
    return content_->model.printable;
}

ObjectCounts Document::objects() const {
    return ofd::countsOf(content_->model);
}

std::vector<FontUse> Document::fonts() const {
    std::vector<FontUse> uses;
    for (const ofd::Id font : ofd::usesOf(content_->model).fonts)
        uses.push_back(content_->fonts.use(font));
    return uses;
}

std::vector<std::string> Document::findings() const {
    return content_->findings.all();
}

std::string Document::text(std::size_t page) const {
    return ofd::textOf(content_->model, content_->model.pages.at(page));
}

std::map<std::string, std::string> Document::customData() const {
    return content_->model.customData;
}

std::map<std::string, std::vector<std::string>> Document::customTags() const {
    return content_->model.customTags;
}

std::vector<Attachment> Document::attachments() const {
    return content_->model.attachments;
}

std::vector<std::string> Document::reachablePaths() const {
    return content_->model.reached;
}

} // namespace kiosk::document
