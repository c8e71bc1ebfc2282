// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"
#include "firmware/document/ofd/package_files.h"

namespace kiosk::document::ofd {

/// Reads the list that Document.xml's Attachments names (clause 20). A list or a file that is
/// missing or damaged is a finding: nothing that is shown depends on it.
void readAttachments(PackageFiles& files, const std::string& documentFile,
                     std::string_view reference, Model& model);

} // namespace kiosk::document::ofd
