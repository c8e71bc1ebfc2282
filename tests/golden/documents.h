// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "firmware/document/document.h"
#include "firmware/document/picture.h"

/// Documents made here whose pictures were looked at and kept: what drawing must go on to give.
namespace kiosk::tests::golden {

/// A page of 100 x 60 mm.
struct GoldenDocument {
    std::string name; ///< of its picture: pictures/<name>.png
    std::string page, resources, commonData, document, pageHead;
    std::map<std::string, std::string> files = {};
    std::vector<document::Stamp> stamps = {};
};

std::vector<GoldenDocument> pathDocuments();
std::vector<GoldenDocument> colourDocuments();
std::vector<GoldenDocument> textDocuments();
std::vector<GoldenDocument> pictureDocuments();
std::vector<GoldenDocument> structureDocuments();

/// All of them.
std::vector<GoldenDocument> documents();

/// Its page at 80 dpi. Throws where it cannot be drawn.
document::Picture draw(const GoldenDocument& document);

/// A filled rectangle at "x y width height", without a line around it.
std::string box(std::string_view boundary, std::string_view colour);
/// A path over the whole page: attributes, colours and the like, AbbreviatedData.
std::string path(std::string_view attributes, std::string_view inside, std::string_view data);

} // namespace kiosk::tests::golden
