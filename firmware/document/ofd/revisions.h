// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/document.h"
#include "firmware/document/ofd/package_files.h"

namespace kiosk::document::ofd {

/// Document.xml of the state of a DocBody that is shown: the version called current, else DocRoot
/// (clause 7.4).
Result<std::string> currentRoot(PackageFiles& files, const Element& body);

/// Every state of every document of the package; see Document::revisions.
Result<std::vector<Revision>> revisionsOf(const Package& package);

/// OFD.xml. Error "document.encrypted" where the package says that its files are (GM/T 0099).
Result<Element> entryFile(PackageFiles& files);

} // namespace kiosk::document::ofd
