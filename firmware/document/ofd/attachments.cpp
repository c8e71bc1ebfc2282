// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/attachments.h"

#include "firmware/document/ofd/values.h"

namespace kiosk::document::ofd {

namespace {

constexpr std::size_t kMostAttachments = 512; // no package has more entries

Attachment attachmentOf(PackageFiles& files, const std::string& list, const Element& element) {
    Attachment attachment{textOf(element, "Name"), textOf(element, "Format"), "", 0};
    if (const auto path = files.find(list, element.childText("FileLoc"))) {
        attachment.path = *path;
        attachment.size = files.bytes(*path).size();
    }
    return attachment;
}

} // namespace

void readAttachments(PackageFiles& files, const std::string& documentFile,
                     std::string_view reference, Model& model) {
    const auto list = files.find(documentFile, reference);
    const auto content = list ? files.xml(*list) : std::unexpected(list.error());
    if (!content)
        return model.findings.push_back("attachment.damaged-list: " + std::string(reference));
    for (const Element& element : content->children) {
        if (element.name != "Attachment" || model.attachments.size() == kMostAttachments)
            continue;
        model.attachments.push_back(attachmentOf(files, *list, element));
        if (model.attachments.back().path.empty())
            model.findings.push_back("attachment.missing-file: " + textOf(element, "ID"));
    }
}

} // namespace kiosk::document::ofd
