// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"
#include "firmware/document/ofd/package_files.h"

namespace kiosk::document::ofd {

/// One element of a CustomTag file (GB/T 33190 clause 16): a name and the objects it names.
struct Tag {
    std::string name;
    std::vector<Id> objects;
};

/// Every tag of the list that `reference`, found in the document's file, leads to. Damage is no
/// error: what cannot be read names nothing and is left as a finding.
std::vector<Tag> readTags(PackageFiles& files, const std::string& documentFile,
                          std::string_view reference, std::vector<std::string>& findings);

/// The tags' names with the text of their objects.
std::multimap<std::string, std::string> taggedTexts(const Model& model,
                                                    const std::vector<Tag>& tags);

} // namespace kiosk::document::ofd
