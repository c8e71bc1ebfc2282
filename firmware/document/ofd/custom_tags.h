// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"
#include "firmware/document/ofd/package_files.h"

namespace kiosk::document::ofd {

/// One ObjectRef of a tag file: the element around it gives the name, its content the object.
struct TagReference {
    std::string name;
    Id object = 0;
    std::size_t element = 0; ///< which element that was, counted in the order they open; 0: none

    bool operator==(const TagReference&) const = default;
};

/// The references in a tag file, read without asking that it be well-formed XML: in real licences
/// it is not. Names are local names; at most 10 000 references.
std::vector<TagReference> tagReferences(std::string_view file);

/// Reads the files that Document.xml's CustomTags leads to (clause 16) and keeps the texts of the
/// objects they name. What is missing is a finding: nothing that is shown depends on it.
void readCustomTags(PackageFiles& files, const std::string& documentFile,
                    std::string_view reference, Model& model);

} // namespace kiosk::document::ofd
