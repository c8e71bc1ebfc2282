// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <exception>
#include <filesystem>

#include "tests/golden/comparison.h"
#include "tests/golden/documents.h"

namespace {

int run(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (const auto& document : kiosk::tests::golden::documents())
        kiosk::tests::golden::writePng(folder / (document.name + ".png"),
                                       kiosk::tests::golden::draw(document));
    return 0;
}

} // namespace

/// Draws every golden document into a folder, to be looked at.
int main(int count, char** words) {
    if (count != 2) {
        std::fputs("usage: golden_pictures FOLDER\n", stderr);
        return 2;
    }
    try {
        return run(words[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "golden_pictures: %s\n", error.what());
        return 1;
    }
}
