// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "firmware/document/bands.h"
#include "firmware/document/page_pixels.h"
#include "firmware/document/sheet/sheet.h"
#include "firmware/verify/verdict.h"

namespace kiosk::reading {

/// FileFacts::format
inline constexpr std::string_view kOfd = "ofd";
inline constexpr std::string_view kPdf = "pdf";

/// What a received licence file holds and what it is worth: all that the kiosk knows of it.
struct FileFacts {
    std::string format;  ///< kOfd or kPdf
    std::string version; ///< as the file states it: "1.1"
    bool printable = true;
    std::vector<SizeMm> pages;
    document::ObjectCounts objects;
    std::vector<document::FontUse> fonts;
    std::map<std::string, std::string> customData;              ///< DocInfo's CustomDatas by name
    std::map<std::string, std::vector<std::string>> customTags; ///< texts by tag; hints, unsigned
    verify::Verdict verdict;
};

/// A file opened and judged. Keeps what it needs to draw until it is destroyed, and holds the
/// citizen's data as long. Used by one thread at a time.
class OpenedFile {
public:
    virtual ~OpenedFile() = default;

    virtual const FileFacts& facts() const = 0;
    /// A page (counted from 0) with its seals on white paper. Errors as document::drawToPicture.
    Result<document::Picture> picture(std::size_t page, document::Dpi density,
                                      document::Document::Use use);
    /// The same for the screen, `bandHeight` rows at a time. Errors besides: the sink's.
    Result<> drawInBands(std::size_t page, document::Dpi density, int bandHeight,
                         const document::BandSink& sink);
    /// From now on pictures show a grey bar where a text holds any of these words (R6); a PDF,
    /// whose texts are not known here, is shown too coarsely to be read.
    virtual Result<> cover(const std::vector<std::string>& words) = 0;
    /// Every page on an A4 sheet of its own. Errors as document::composeSheet.
    virtual Result<document::Sheet> sheet(const document::SheetMarks& marks) = 0;
    /// `count` pages from `first` as vectors. Errors as document::drawToPdf.
    virtual Result<Bytes> pdf(std::size_t first, std::size_t count) = 0;
    /// What opening and drawing had to leave out or replace so far: for technicians.
    virtual Result<std::vector<std::string>> findings() = 0;

    /// Some of a page's pixel rows.
    struct Rows {
        std::size_t page = 0;
        document::Dpi density;
        document::Document::Use use = document::Document::Use::screen;
        int top = 0; ///< the first of them
    };
    /// Fills `picture`, which is as wide as the page and as high as rows are wanted.
    virtual Result<> drawRows(const Rows& wanted, document::Picture& picture) = 0;

private:
    Result<document::PagePixels> pixelsOf(std::size_t page, document::Dpi density) const;
};

/// Opens received files: the only way by which their bytes become anything else. Errors of both
/// readers are those of verify::Verifier, and:
///
///   code                      kind           remedy      meaning
///   "document.too-much-work"  limitExceeded  supplier    more than its share of processor time
///   "document.too-large"      limitExceeded  supplier    more than its share of memory
///   "document.hostile"        integrity      supplier    it tried what no document has to do
///   "document.reader-died"    malformed      supplier    it broke the process that read it
///   "document.no-reader"      configuration  technician  that process cannot be started
class Reader {
public:
    virtual ~Reader() = default;
    /// Judges the file as of `now`. Any thread may open.
    virtual Result<std::unique_ptr<OpenedFile>> open(ByteView file, WallTime now) = 0;
};

} // namespace kiosk::reading
