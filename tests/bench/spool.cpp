// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/spool.h"

#include <algorithm>

#include "drivers/camera/picture_file.h"
#include "drivers/code_reader/code_reader.h"
#include "firmware/base/files.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::bench {

namespace {

std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder,
                                           std::string_view extension) {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        if (entry.path().extension() == extension)
            files.push_back(entry.path());
    // A printer numbers its jobs: 2-… stands before 10-….
    std::ranges::sort(files, {}, [](const std::filesystem::path& file) {
        const std::string name = file.filename().string();
        return std::pair(name.find_first_not_of("0123456789"), name);
    });
    return files;
}

/// A PNG for each page. `how` goes to pdftoppm.
Result<> drawPages(const std::filesystem::path& pdf, const std::vector<std::string>& how,
                   const std::filesystem::path& prefix) {
    std::vector<std::string> command{"pdftoppm", "-png", pdf.string(), prefix.string()};
    command.insert(command.begin() + 1, how.begin(), how.end());
    auto drawing = tests::ChildProcess::start({.command = std::move(command)});
    if (!drawing)
        return std::unexpected(drawing.error());
    drawing->wait();
    return {};
}

} // namespace

Result<PrintedSheet> lookAtSheet(const std::filesystem::path& pdf) {
    const tests::TemporaryFolder folder;
    TRY(drawPages(pdf, {"-r", "200", "-gray"}, folder.path() / "page"));
    PrintedSheet sheet{.file = pdf.string()};
    for (const auto& picture : filesIn(folder.path(), ".png")) {
        ++sheet.pages;
        const drivers::Frame page = TRY(drivers::frameFromPicture(TRY(readFile(picture))));
        if (const auto code = drivers::readCode(page); code && sheet.codeText.empty())
            sheet.codeText = code->text;
    }
    if (sheet.pages == 0)
        return fail(ErrorKind::malformed, "bench.sheet-unreadable", Remedy::supplier,
                    pdf.filename().string());
    return sheet;
}

Result<std::vector<PrintedSheet>> sheetsIn(const std::filesystem::path& spool,
                                           std::span<const PrintedSheet> known) {
    std::vector<PrintedSheet> sheets;
    for (const auto& pdf : filesIn(spool, ".pdf")) {
        const auto seen = std::ranges::find(known, pdf.string(), &PrintedSheet::file);
        sheets.push_back(seen == known.end() ? TRY(lookAtSheet(pdf)) : *seen);
    }
    return sheets;
}

Result<> drawSheet(const std::filesystem::path& pdf) {
    return drawPages(pdf, {"-r", "110"}, std::filesystem::path(pdf).replace_extension());
}

} // namespace kiosk::bench
