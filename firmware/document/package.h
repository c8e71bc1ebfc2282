// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::document {

/// An OFD package (GB/T 33190 clause 7: a ZIP file) unpacked in memory under limits: at most 512
/// entries, 64 MiB in all, ratio 100 (in all, and of each entry over 1 MiB), no path that leaves
/// the package, and nothing of which another reader could make another document (zip/README.md).
///
/// Entry names are package paths without a leading slash ("Doc_0/Document.xml"). Bytes are what was
/// stored, uncompressed: digests are computed over just these.
class Package {
public:
    /// Errors: "document.not-a-package", "document.too-large", "document.unsafe-path",
    /// "document.damaged", "document.ambiguous", "document.encrypted",
    /// "document.unsupported-compression".
    static Result<Package> open(ByteView file);

    const std::vector<std::string>& names() const { return names_; }

    /// The entry by its exact package path, a leading slash allowed. Error
    /// "document.missing-entry".
    Result<ByteView> entry(std::string_view path) const;
    bool contains(std::string_view path) const;

private:
    std::map<std::string, Bytes, std::less<>> entries_;
    std::vector<std::string> names_; ///< in the order of the archive
};

/// The package path that `reference`, found in the file `from`, means by the rules of licence
/// files: a leading slash is the package root, everything else is relative to the folder of `from`;
/// "." and
/// ".." are resolved. Error "document.unsafe-path" where it would leave the package.
Result<std::string> resolvePath(std::string_view from, std::string_view reference);

} // namespace kiosk::document
