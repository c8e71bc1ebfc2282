// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/test_book.h"

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/staff/soak_json.h"

namespace kiosk::staff {

namespace {

using nlohmann::json;

constexpr std::size_t kMostBytes = 1U << 16;
constexpr const char* kSoak = "soak";

/// All that the file holds.
struct Book {
    TestResults tests;
    std::optional<SoakResult> soak;
};

std::unexpected<Error> badBook() {
    return fail(ErrorKind::storage, "staff.tests", Remedy::technician);
}

Result<TestResult> resultFrom(const json& entry) {
    const auto has = [&](const char* key, auto is) {
        return entry.is_object() && entry.contains(key) && (entry[key].*is)();
    };
    if (!has("passed", &json::is_boolean) || !has("when", &json::is_string) ||
        !has("role", &json::is_string))
        return badBook();
    return TestResult{entry["passed"].get<bool>(), entry["when"].get<std::string>(),
                      entry["role"].get<std::string>()};
}

json toJson(const TestResult& result) {
    return {{"passed", result.passed}, {"when", result.when}, {"role", result.role}};
}

Result<> write(const std::filesystem::path& file, const Book& book) {
    json whole = json::object();
    for (std::size_t at = 0; at < kGuidedTests; ++at)
        if (const auto& result = book.tests[at])
            whole[std::string(name(static_cast<GuidedTest>(at)))] = toJson(*result);
    if (book.soak) {
        json soak = toJson(book.soak->told);
        soak.update(soakJson(book.soak->report));
        whole[kSoak] = std::move(soak);
    }
    return writeFile(file, bytesOf(whole.dump(2)));
}

/// No file: nothing was tested yet.
Result<Book> read(const std::filesystem::path& file) {
    Book book;
    const auto bytes = readFile(file, kMostBytes);
    if (!bytes && bytes.error().kind() == ErrorKind::notFound)
        return book;
    const json whole = bytes ? json::parse(toText(*bytes), nullptr, false) : json();
    if (!whole.is_object())
        return badBook();
    for (std::size_t at = 0; at < kGuidedTests; ++at)
        if (const auto entry = whole.find(name(static_cast<GuidedTest>(at))); entry != whole.end())
            book.tests[at] = TRY(resultFrom(*entry));
    if (const auto entry = whole.find(kSoak); entry != whole.end()) {
        const TestResult told = TRY(resultFrom(*entry));
        const auto report = soakReportFrom(*entry);
        if (!report)
            return badBook();
        book.soak = SoakResult{told, *report};
    }
    return book;
}

} // namespace

Result<TestResults> testResults(const std::filesystem::path& file) {
    return TRY(read(file)).tests;
}

Result<std::optional<SoakResult>> soakResult(const std::filesystem::path& file) {
    return TRY(read(file)).soak;
}

// What cannot be read is begun anew: a test just made counts for more than an old one.

Result<> keepResult(const std::filesystem::path& file, GuidedTest test, const TestResult& result) {
    Book book = read(file).value_or(Book{});
    book.tests[static_cast<std::size_t>(test)] = result;
    return write(file, book);
}

Result<> keepSoak(const std::filesystem::path& file, const SoakResult& result) {
    Book book = read(file).value_or(Book{});
    const bool saysNothing = !isPassed(result.report) && !hasFailed(result.report);
    if (saysNothing && book.soak && hasFailed(book.soak->report))
        return {};
    book.soak = result;
    return write(file, book);
}

} // namespace kiosk::staff
