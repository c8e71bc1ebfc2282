// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/resource_reader.h"

namespace kiosk::document::ofd {

/// Reads page and template files (clauses 7.6 and 7.7) and annotations (clause 14).
class PageReader {
public:
    /// All must outlive the reader.
    PageReader(PackageFiles& files, ResourceReader& resources, ObjectReader& objects, Model& model)
        : files_(files), resources_(resources), objects_(objects), model_(model) {}

    /// Where templates lie and the size of pages that state none, from CommonData.
    void readCommon(const std::string& documentFile, const Element& commonData);
    /// One Page element of Document.xml, with the templates it uses.
    Result<> readPage(const std::string& documentFile, const Element& entry);
    /// The templates that no page used so far. Damage in them is only a finding.
    void readIdleTemplates();
    /// Document.xml's Annotations. A missing list or file is a finding.
    Result<> readAnnotations(const std::string& documentFile, std::string_view reference);

private:
    struct TemplatePlace {
        std::string from;
        std::string reference;
        std::string order;
    };

    Result<std::vector<Layer>> readLayers(const std::string& file, const Element& page);
    Result<std::vector<Layer>> readTemplate(const TemplatePlace& place);
    Result<> useTemplate(Id id);
    Result<> readPageAnnotations(const std::string& file, Page& page);
    TemplateUse templateUse(const Element& element) const;

    PackageFiles& files_;
    ResourceReader& resources_;
    ObjectReader& objects_;
    Model& model_;
    std::map<Id, TemplatePlace> templates_;
    PageBoxes defaultBoxes_;
};

} // namespace kiosk::document::ofd
