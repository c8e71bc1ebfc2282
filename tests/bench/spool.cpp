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

constexpr int kScanDpi = 200;
constexpr int kLookDpi = 110;

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

Result<> drawPages(const std::filesystem::path& pdf, int dpi, const std::filesystem::path& prefix) {
    auto drawing =
        tests::ChildProcess::start({.command = {"pdftoppm", "-png", "-r", std::to_string(dpi),
                                                pdf.string(), prefix.string()}});
    if (!drawing)
        return std::unexpected(drawing.error());
    drawing->wait();
    return {};
}

} // namespace

Result<PrintedSheet> lookAtSheet(const std::filesystem::path& pdf) {
    const tests::TemporaryFolder folder;
    TRY(drawPages(pdf, kScanDpi, folder.path() / "page"));
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

Result<std::vector<PrintedSheet>> sheetsIn(const std::filesystem::path& spool) {
    std::vector<PrintedSheet> sheets;
    for (const auto& pdf : filesIn(spool, ".pdf"))
        sheets.push_back(TRY(lookAtSheet(pdf)));
    return sheets;
}

Result<> drawSheet(const std::filesystem::path& pdf) {
    return drawPages(pdf, kLookDpi, std::filesystem::path(pdf).replace_extension());
}

} // namespace kiosk::bench
