// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/revisions.h"

#include <algorithm>

#include "firmware/document/ofd/values.h"
#include "firmware/document/path_rules.h"

namespace kiosk::document::ofd {

namespace {

constexpr std::string_view kEntryFile = "OFD.xml";
constexpr std::string_view kEncryptions = "Encryptions.xml";

/// A Version names a file that names the Document.xml of that state.
Result<std::string> rootOf(PackageFiles& files, const Element& version) {
    const std::string file = TRY(files.find(kEntryFile, textOf(version, "BaseLoc")));
    const Element content = TRY(files.xml(file));
    return files.find(file, content.childText("DocRoot"));
}

bool isDocument(PackageFiles& files, const std::string& path) {
    const auto content = files.xml(path);
    return content && content->name == "Document";
}

/// Producers who revise a signed file often leave its first Document.xml beside the new one without
/// listing it: the first signature still covers it.
std::vector<std::string> unlistedRoots(PackageFiles& files, const Package& package,
                                       const std::string& root) {
    std::vector<std::string> roots;
    const std::string start = std::string(folderOf(root)) + "/Document";
    for (const std::string& name : package.names()) {
        const bool besides = name.starts_with(start) && folderOf(name) == folderOf(root);
        if (besides && name != root && name.ends_with(".xml") && isDocument(files, name))
            roots.push_back(name);
    }
    std::ranges::sort(roots);
    return roots;
}

void addOnce(std::vector<Revision>& revisions, std::string id, std::string root) {
    if (std::ranges::find(revisions, root, &Revision::root) == revisions.end())
        revisions.push_back({0, std::move(id), std::move(root), false});
}

/// The states of one document, the oldest first.
std::vector<Revision> revisionsOf(PackageFiles& files, const Package& package,
                                  const Element& body) {
    std::vector<Revision> revisions;
    if (const Element* versions = body.child("Versions")) {
        for (const Element& version : versions->children) {
            if (auto root = rootOf(files, version))
                addOnce(revisions, textOf(version, "ID"), std::move(*root));
        }
    }
    if (auto root = files.find(kEntryFile, body.childText("DocRoot"))) {
        if (revisions.empty()) {
            for (std::string& older : unlistedRoots(files, package, *root))
                addOnce(revisions, "", std::move(older));
        }
        addOnce(revisions, "", std::move(*root));
    }
    const auto shown = currentRoot(files, body);
    for (Revision& revision : revisions)
        revision.shown = shown && revision.root == *shown;
    return revisions;
}

} // namespace

Result<std::string> currentRoot(PackageFiles& files, const Element& body) {
    if (const Element* versions = body.child("Versions")) {
        for (const Element& version : versions->children) {
            if (flagOr(version, "Current", false))
                return rootOf(files, version);
        }
    }
    return files.find(kEntryFile, body.childText("DocRoot"));
}

Result<std::vector<Revision>> revisionsOf(const Package& package) {
    PackageFiles files(package);
    const Element entry = TRY(entryFile(files));
    std::vector<Revision> all;
    std::size_t document = 0;
    for (const Element& body : entry.children) {
        if (body.name != "DocBody")
            continue;
        for (Revision& revision : revisionsOf(files, package, body)) {
            revision.document = document;
            all.push_back(std::move(revision));
        }
        ++document;
    }
    return all;
}

Result<Element> entryFile(PackageFiles& files) {
    if (files.contains(kEncryptions))
        return fail(ErrorKind::unsupported, "document.encrypted", Remedy::supplier, kEncryptions);
    return files.xml(TRY(files.find("", kEntryFile)));
}

} // namespace kiosk::document::ofd
