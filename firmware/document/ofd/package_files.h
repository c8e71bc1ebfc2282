// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/xml.h"
#include "firmware/document/package.h"

namespace kiosk::document::ofd {

/// Follows references from file to file inside a package, forgiving what real producers get wrong,
/// and remembers every path it handed out. Keep the package alive meanwhile.
class PackageFiles {
public:
    explicit PackageFiles(const Package& package);

    /// The file at the document's root, for the second attempt at a reference.
    void setDocumentFile(std::string path) { documentFile_ = std::move(path); }

    /// The entry that `reference`, found in `from`, means: by the exact rule, else from the
    /// document's folder, else from the package root, else with upper and lower case ignored; and
    /// once more with "%20" and its like, and backslashes, taken for what they mean.
    /// Errors: "document.missing-entry", "document.unsafe-path".
    Result<std::string> find(std::string_view from, std::string_view reference);
    /// The same with several files to start from, in order of preference.
    Result<std::string> find(const std::vector<std::string>& from, std::string_view reference);

    /// Parses an entry. One file named a thousand times costs no more than a large package:
    /// "document.too-large" once 128 MiB were parsed.
    Result<Element> xml(const std::string& path);
    Bytes bytes(const std::string& path) const;
    /// Whether the package has an entry of that path, upper and lower case ignored. Not remembered.
    bool contains(std::string_view path) const { return !entryLike(std::string(path)).empty(); }

    const std::vector<std::string>& reached() const { return reached_; }

private:
    Result<std::string> findExactly(const std::vector<std::string>& from,
                                    std::string_view reference);
    std::string entryLike(const std::string& path) const;
    std::string remember(std::string path);

    const Package& package_;
    std::map<std::string, std::string> byLowerCase_;
    std::string documentFile_;
    std::vector<std::string> reached_;
    std::size_t parsedBytes_ = 0;
};

} // namespace kiosk::document::ofd
