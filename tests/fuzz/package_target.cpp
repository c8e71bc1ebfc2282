// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/package.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using document::Package;

/// Opens a ZIP file and asks for every entry under its own name and as a reference from another.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto package = Package::open(fuzz::input(data, size));
    if (!package)
        return 0;
    fuzz::expectAlways(package->names().size() <= 512);
    for (const std::string& name : package->names()) {
        fuzz::expectAlways(package->entry(name).has_value());
        if (const auto path = document::resolvePath("Doc_0/Document.xml", name))
            fuzz::expectAlways(!path->starts_with("..") && !path->starts_with('/'));
    }
    return 0;
}
