// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/document_command.h"
#include "firmware/app/kioskctl/document_licence.h"
#include "firmware/base/files.h"
#include "firmware/reading/confined_reader.h"
#include "firmware/reading/facts_json.h"
#include "firmware/reading/file_metadata.h"

namespace kiosk::app {

namespace {

using reading::FileFacts;

void printPlain(const FileFacts& facts, const std::vector<std::string>& findings) {
    std::printf("%s %s, %zu page(s)\n", facts.format.c_str(), facts.version.c_str(),
                facts.pages.size());
    for (std::size_t page = 0; page < facts.pages.size(); ++page)
        std::printf("  page %zu: %g x %g mm\n", page + 1, facts.pages[page].width.value,
                    facts.pages[page].height.value);
    const document::ObjectCounts& counts = facts.objects;
    std::printf("texts %zu, paths %zu, images %zu, composites %zu\n", counts.text, counts.path,
                counts.image, counts.composite);
    for (const document::FontUse& font : facts.fonts)
        std::printf("font %s: %s\n", font.name.c_str(),
                    font.embedded ? "embedded" : font.substitute.c_str());
    for (const std::string& finding : findings)
        std::printf("finding %s\n", finding.c_str());
}

} // namespace

Result<int> inspectDocument(const Arguments& arguments) {
    const Bytes bytes = TRY(readFile(arguments.rest().front()));
    reading::ConfinedReader reader(reading::readerProgram(), {},
                                   reading::ConfinedReader::Spare::none);
    const auto file = TRY(reader.open(bytes, SystemClock().wall()));
    const std::vector<std::string> findings = TRY(file->findings());
    if (arguments.has("--json")) {
        nlohmann::json answer = reading::inspectionJson(file->facts());
        const LicenceMetadata metadata = reading::metadataOf(file->facts());
        answer["licence"] = licenceJson(metadata);
        answer["quality"] = qualityJson(metadata);
        answer["findings"] = findings;
        std::puts(reading::textOf(answer, 2).c_str());
    } else {
        printPlain(file->facts(), findings);
    }
    return kExitDone;
}

} // namespace kiosk::app
