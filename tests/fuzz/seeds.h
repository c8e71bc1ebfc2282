// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>

#include "firmware/base/files.h"

/// Good inputs, so that a campaign begins where parsing begins: made by code, not stored.
namespace kiosk::fuzz {

/// One target's folder of seeds.
class Seeds {
public:
    Seeds(const std::filesystem::path& root, const std::string& target) : folder_(root / target) {
        std::filesystem::create_directories(folder_);
    }
    void add(const std::string& name, const Bytes& bytes) const {
        if (!writeFile(folder_ / name, bytes))
            std::fprintf(stderr, "cannot write %s\n", (folder_ / name).c_str());
    }

private:
    std::filesystem::path folder_;
};

/// For the targets package, document, xml, font and image.
void writeDocumentSeeds(const std::filesystem::path& root);
/// For the targets signed_value and verify, and signature descriptions for xml.
void writeSealSeeds(const std::filesystem::path& root);

/// For the target hosted_line.
void writeHostedSeeds(const std::filesystem::path& root);

} // namespace kiosk::fuzz
