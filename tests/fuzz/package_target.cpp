// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/package.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using document::Package;

/// Opens a ZIP file and asks for every entry under its own name and as a reference from another;
/// what was unpacked stays within the limits.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto package = Package::open(fuzz::input(data, size));
    if (!package)
        return 0;
    fuzz::expectAlways(package->names().size() <= 512);
    std::size_t total = 0;
    for (const std::string& name : package->names()) {
        const auto entry = package->entry(name);
        fuzz::expectAlways(entry.has_value());
        total += entry->size();
        if (const auto path = document::resolvePath("Doc_0/Document.xml", name))
            fuzz::expectAlways(!path->starts_with("..") && !path->starts_with('/'));
    }
    fuzz::expectAlways(total / 100 <= size);
    return 0;
}
