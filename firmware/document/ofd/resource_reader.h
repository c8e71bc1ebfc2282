// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/object_reader.h"
#include "firmware/document/ofd/package_files.h"

namespace kiosk::document::ofd {

/// Reads Res files (clause 7.9) into a model and a style book.
class ResourceReader {
public:
    /// All must outlive the reader. `objects` reads the content of composite units.
    ResourceReader(PackageFiles& files, StyleBook& book, ObjectReader& objects, Model& model)
        : files_(files), book_(book), objects_(objects), model_(model) {}

    /// Reads the Res files that the children of `element` called `name` refer to, as one group:
    /// they may refer to each other in any order. A missing file is a finding.
    Result<> load(const std::string& from, const Element& element,
                  std::initializer_list<std::string_view> names);

    /// The colour space of colours that name none (CommonData's DefaultCS); set before loading.
    void setDefaultColourSpace(Id id) { defaultColourSpace_ = id; }

    /// Finds the font and media files in use and keeps their bytes. A missing one is a finding.
    void fetchFiles();

private:
    struct Loaded {
        std::vector<std::string> places; ///< where references start, best first
        Element content;
    };
    struct Wanted {
        std::vector<std::string> places;
        std::string reference;
    };
    struct RawDrawParam {
        Style style;
        Id relative = 0;
    };

    Result<Loaded> loadFile(const std::string& path);
    void readColourSpaces(const Element& list);
    void readDrawParams(const Element& list);
    void resolveDrawParams();
    void readFonts(const Loaded& file, const Element& list);
    void readMedia(const Loaded& file, const Element& list);
    void readComposites(const Element& list);
    std::string fetch(const Wanted& wanted, std::string_view finding);

    PackageFiles& files_;
    StyleBook& book_;
    ObjectReader& objects_;
    Model& model_;
    Id defaultColourSpace_ = 0;
    std::map<Id, RawDrawParam> drawParams_;
    std::vector<Id> unresolved_; ///< of them, those read since the last resolving
    std::map<Id, Wanted> fontFiles_;
    std::map<Id, Wanted> mediaFiles_;
};

} // namespace kiosk::document::ofd
