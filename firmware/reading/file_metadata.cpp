// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/file_metadata.h"

namespace kiosk::reading {

LicenceMetadata metadataOf(const FileFacts& facts) {
    NamedTexts tags;
    for (const auto& [name, texts] : facts.customTags)
        for (const std::string& text : texts)
            tags.emplace(name, text);
    return readMetadata({facts.customData.begin(), facts.customData.end()}, tags);
}

} // namespace kiosk::reading
