// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/command.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace kiosk::app {

namespace {

std::unexpected<Error> usage(std::string_view code, std::string_view word) {
    return fail(ErrorKind::unsupported, code, Remedy::citizenAgain, word);
}

const Option* declared(const Command& command, std::string_view name) {
    const auto* found = std::ranges::find(command.options, name, &Option::name);
    return found == command.options.end() ? nullptr : found;
}

/// "--config=FILE" → "--config", "FILE"; a short option has no such form.
std::pair<std::string_view, std::optional<std::string_view>> parted(std::string_view word) {
    const std::size_t equals = word.starts_with("--") ? word.find('=') : word.npos;
    if (equals == word.npos)
        return {word, std::nullopt};
    return {word.substr(0, equals), word.substr(equals + 1)};
}

bool isOption(std::string_view word) {
    return word.size() > 1 && word.starts_with('-');
}

Result<> checkComplete(const Command& command, const Arguments& arguments) {
    for (const Option& option : command.options)
        if (option.need == Need::required && !arguments.has(option.name))
            return usage("usage.missing-option", option.name);
    const std::size_t given = arguments.rest().size();
    const auto needed = static_cast<std::size_t>(
        std::ranges::count(command.operands, Need::required, &Operand::need));
    if (given < needed)
        return usage("usage.missing-operand", command.operands.begin()[given].name);
    if (given > command.operands.size())
        return usage("usage.too-many-operands", arguments.rest()[command.operands.size()]);
    return {};
}

std::string bracketed(std::string text, Need need) {
    return need == Need::required ? text : "[" + std::move(text) + "]";
}

} // namespace

Result<Arguments> Arguments::parse(const Command& command,
                                   std::span<const std::string_view> words) {
    Arguments arguments;
    arguments.command_ = &command;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--") {
            arguments.rest_.insert(arguments.rest_.end(), words.begin() + i + 1, words.end());
            break;
        }
        if (!isOption(words[i])) {
            arguments.rest_.emplace_back(words[i]);
            continue;
        }
        auto [name, value] = parted(words[i]);
        const Option* option = declared(command, name);
        if (option == nullptr)
            return usage("usage.unknown-option", name);
        if (option->value.empty() && value)
            return usage("usage.needless-value", name);
        if (!option->value.empty() && !value) {
            if (++i == words.size())
                return usage("usage.missing-value", name);
            value = words[i];
        }
        arguments.options_.insert_or_assign(std::string(name), value.value_or(""));
    }
    TRY(checkComplete(command, arguments));
    return arguments;
}

const std::string* Arguments::find(std::string_view option) const {
    if (declared(*command_, option) == nullptr) {
        std::fprintf(stderr, "kioskctl: %s takes %s and does not declare it\n",
                     std::string(command_->words).c_str(), std::string(option).c_str());
        std::abort();
    }
    const auto found = options_.find(option);
    return found == options_.end() ? nullptr : &found->second;
}

bool Arguments::has(std::string_view option) const {
    return find(option) != nullptr;
}

std::optional<std::string> Arguments::value(std::string_view option) const {
    const std::string* found = find(option);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::string Arguments::required(std::string_view option) const {
    return value(option).value_or("");
}

int Command::run(std::span<const std::string_view> given) const {
    const auto code = [&]() -> Result<int> { return act(TRY(Arguments::parse(*this, given))); }();
    if (code)
        return *code;
    if (code.error().code().starts_with("usage."))
        return reportUsage(code.error(), "kioskctl " + std::string(words) + " --help");
    return report(code.error());
}

std::string synopsisOf(const Command& command) {
    std::string text;
    const auto add = [&text](std::string part, Need need) {
        text += (text.empty() ? "" : " ") + bracketed(std::move(part), need);
    };
    for (const Option& option : command.options)
        add(std::string(option.name) + (option.value.empty() ? "" : " ") +
                std::string(option.value),
            option.need);
    for (const Operand& operand : command.operands)
        add(std::string(operand.name), operand.need);
    return text;
}

int report(const Error& error) {
    std::fprintf(stderr, "kioskctl: %s\n", error.line().c_str());
    return kExitCannot;
}

int reportUsage(const Error& error, std::string_view where) {
    std::fprintf(stderr, "kioskctl: %s: %s; read %s\n", error.code().c_str(),
                 error.detail().c_str(), std::string(where).c_str());
    return kExitUsage;
}

} // namespace kiosk::app
