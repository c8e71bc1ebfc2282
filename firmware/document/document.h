// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <cairo.h>

#include "firmware/base/length.h"
#include "firmware/document/package.h"

namespace kiosk::document {

/// A rectangle in millimetres, y downwards, origin at the top left of the page.
struct BoxMm {
    double x = 0, y = 0, width = 0, height = 0;

    bool operator==(const BoxMm&) const = default;
};

/// A seal's picture and where it stands, as the signature says (StampAnnot); found by seal/, drawn
/// here.
struct Stamp {
    std::string pageId;        ///< the page's ID in the document, not its number
    BoxMm boundary;            ///< on the page; may stick out of it (riding seals)
    std::optional<BoxMm> clip; ///< in the stamp's own millimetres
    std::string format;        ///< "png", "ofd", … in lower case
    Bytes picture;
    SizeMm size; ///< of the picture as the seal gives it
};

struct FontUse {
    std::string name;
    bool embedded = false;
    std::string substitute; ///< the family used instead where it is not embedded
};

/// A file that travels with a document and is no part of its pages.
struct Attachment {
    std::string name;
    std::string format;     ///< as the document says it: "pdf", "XML"
    std::string path;       ///< in the package; "" where the file is missing
    std::uint64_t size = 0; ///< bytes of that file
};

/// The rectangles of a page (GB/T 33190 clause 7.5), on the page. CropBox is no part of the
/// standard, but producers write it.
struct PageBoxes {
    BoxMm physical; ///< the sheet, and what is drawn
    std::optional<BoxMm> application, content, bleed, crop;
};

/// One state of one document of a package. A package may hold several documents, and each document
/// states from before a signature or a correction.
struct Revision {
    std::size_t document = 0; ///< which of the package's documents, from 0
    std::string id;           ///< of the version, "" where the package lists none
    std::string root;         ///< package path of its Document.xml
    bool shown = false;       ///< the state of that document which is valid now

    bool operator==(const Revision&) const = default;
};

/// How many graphic objects a document holds: totals over page contents, templates, annotation
/// appearances and composite units, each counted once.
struct ObjectCounts {
    std::size_t text = 0, path = 0, image = 0, composite = 0;

    bool operator==(const ObjectCounts&) const = default;
};

/// One licence document, opened: one state of an OFD file's document. Holds everything it needs;
/// the package may go. Not thread-safe; move it to the thread that draws.
class Document {
public:
    /// Errors carry codes "document.…" and the file inside the package that was at fault. Damage
    /// outside the page chain (custom tags, attachments, thumbnails) is not an error.
    ///
    /// Opens what the package is there to show: its first document in its newest state.
    /// "document.encrypted" where the files cannot be read without a key.
    static Result<Document> open(const Package& package);
    /// Opens another document or an older state, one of `revisions`.
    static Result<Document> open(const Package& package, const Revision& revision);
    /// All states of all documents, document by document, the oldest state first.
    static Result<std::vector<Revision>> revisions(const Package& package);

    ~Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;

    std::size_t pageCount() const;
    SizeMm pageSize(std::size_t page) const; ///< PhysicalBox; page counts from 0
    PageBoxes pageBoxes(std::size_t page) const;

    /// Draws a page onto a context whose user unit is one millimetre, origin at the page's top
    /// left, without painting the ground: the caller decides whether paper is white. Objects that
    /// cannot be drawn (missing image, damaged font) are skipped and reported by `findings`.
    enum class Use { screen, print }; ///< print leaves out annotations marked Print="false"
    Result<> draw(std::size_t page, cairo_t* context, Use use,
                  const std::vector<Stamp>& stamps) const;

    /// From now on draws a grey bar in the place of every text that holds any of these words: for a
    /// picture that others may look at (R6). Texts given by glyph index alone are not recognised.
    void cover(const std::vector<std::string>& words);

    std::string version() const; ///< "1.0", "1.1"
    /// Whether the document's own permissions allow printing (Permissions/Print).
    bool printable() const;
    ObjectCounts objects() const;
    std::vector<FontUse> fonts() const;
    /// What had to be left out or replaced so far, as stable codes with the place, for technicians.
    std::vector<std::string> findings() const;
    /// The text of a page in reading order of the file (TextCode contents): for search and speech.
    std::string text(std::size_t page) const;
    /// DocInfo's CustomData values by name.
    std::map<std::string, std::string> customData() const;
    /// What CustomTags name: the text of the objects under each name, once for each time it comes.
    /// Files of tags need not be well-formed. For reading aloud and for hints: unlike CustomData
    /// they need not be covered by a signature.
    std::map<std::string, std::vector<std::string>> customTags() const;
    std::vector<Attachment> attachments() const;
    /// Every package path that drawing this document reaches: what a signature must cover.
    std::vector<std::string> reachablePaths() const;

private:
    struct Content;
    explicit Document(std::unique_ptr<Content> content);
    std::unique_ptr<Content> content_;
};

} // namespace kiosk::document
