// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>

#include "firmware/document/ofd/model.h"

/// What a document holds, counted and listed without drawing it.
namespace kiosk::document::ofd {

/// Calls `visit` with every object of pages, annotations, used templates and composite units.
void visitAll(const Model& model, const std::function<void(const Object&)>& visit);

/// The resources that objects refer to.
struct Uses {
    std::set<Id> fonts;
    std::set<Id> media; ///< images and masks
};

Uses usesOf(const Model& model);

/// Totals over page contents, templates (also those no page uses), annotation appearances and
/// composite units, each counted once.
ObjectCounts countsOf(const Model& model);

/// What a text says, and what every text of the document says, by the object's ID.
std::string textOf(const TextContent& content);
std::map<Id, std::string> textsById(const Model& model);

/// The TextCodes of a page and its templates in drawing order, one object a line.
std::string textOf(const Model& model, const Page& page);

} // namespace kiosk::document::ofd
