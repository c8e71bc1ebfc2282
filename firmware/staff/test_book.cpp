// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/test_book.h"

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"

namespace kiosk::staff {

namespace {

using nlohmann::json;

constexpr std::size_t kMostBytes = 1U << 16;

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

Result<> write(const std::filesystem::path& file, const TestResults& results) {
    json whole = json::object();
    for (std::size_t at = 0; at < kGuidedTests; ++at)
        if (const auto& result = results[at])
            whole[std::string(name(static_cast<GuidedTest>(at)))] = {
                {"passed", result->passed}, {"when", result->when}, {"role", result->role}};
    return writeFile(file, bytesOf(whole.dump(2)));
}

} // namespace

Result<TestResults> testResults(const std::filesystem::path& file) {
    TestResults results;
    const auto bytes = readFile(file, kMostBytes);
    if (!bytes && bytes.error().kind() == ErrorKind::notFound)
        return results;
    const json whole = bytes ? json::parse(toText(*bytes), nullptr, false) : json();
    if (!whole.is_object())
        return badBook();
    for (std::size_t at = 0; at < kGuidedTests; ++at)
        if (const auto entry = whole.find(name(static_cast<GuidedTest>(at))); entry != whole.end())
            results[at] = TRY(resultFrom(*entry));
    return results;
}

Result<> keepResult(const std::filesystem::path& file, GuidedTest test, const TestResult& result) {
    // What cannot be read is begun anew: a test just made counts for more than an old one.
    TestResults results = testResults(file).value_or(TestResults{});
    results[static_cast<std::size_t>(test)] = result;
    return write(file, results);
}

} // namespace kiosk::staff
