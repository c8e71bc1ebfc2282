// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/app/kioskctl/definition_text.h"

namespace kiosk::app {

namespace {

/// What may stand at a place, for the shell function below: "@file", "@folder", words, or nothing.
std::string choicesOf(std::string_view value) {
    if (value.starts_with("FILE"))
        return "@file";
    if (value == "DIR")
        return "@folder";
    const bool areWords = std::ranges::all_of(value, [](char c) {
        return c == '|' || c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    const bool isPlaceholder =
        std::ranges::none_of(value, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!areWords || isPlaceholder)
        return "";
    std::string words(value);
    std::ranges::replace(words, '|', ' ');
    return words;
}

std::string row(const std::string& key, const std::string& value) {
    return "        ['" + key + "']='" + value + "'\n";
}

std::string namesOf(std::span<const Option> options) {
    std::string names;
    for (const Option& option : options)
        names.append(names.empty() ? "" : " ").append(option.name);
    return names;
}

std::string optionRows(std::span<const Command> commands) {
    std::string rows = row("kioskctl", namesOf(ownOptions()));
    for (const Command& command : commands) {
        const std::span options(command.options.begin(), command.options.end());
        rows += row(std::string(command.words),
                    namesOf(options) + (options.empty() ? "--help" : " --help"));
    }
    return rows;
}

/// By option, "staff add --role"; by place, "conformance 0".
std::string valueRows(std::span<const Command> commands) {
    std::string rows;
    const auto add = [&rows](std::string key, std::string_view value) {
        rows += row(key, choicesOf(value));
    };
    for (const Option& option : ownOptions())
        if (!option.value.empty())
            add("kioskctl " + std::string(option.name), option.value);
    for (const Command& command : commands) {
        for (const Option& option : command.options)
            if (!option.value.empty())
                add(std::string(command.words) + " " + std::string(option.name), option.value);
        for (std::size_t i = 0; i < command.operands.size(); ++i)
            add(std::string(command.words) + " " + std::to_string(i),
                command.operands.begin()[i].name);
    }
    return rows;
}

constexpr std::string_view kFunction =
    R"(    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    local command=kioskctl first=1 place=0 i
    for ((i = 2; i >= 1; --i)); do
        if ((COMP_CWORD > i)) && [[ -n ${options["${COMP_WORDS[*]:1:i}"]-} ]]; then
            command="${COMP_WORDS[*]:1:i}" first=$((i + 1))
            break
        fi
    done
    for ((i = first; i < COMP_CWORD; ++i)); do
        if [[ -v values["$command ${COMP_WORDS[i]}"] && ${COMP_WORDS[i]} == -* ]]; then
            ((++i))
        elif [[ ${COMP_WORDS[i]} != -* ]]; then
            ((++place))
        fi
    done
    local choices=""
    if [[ $before == -* && -v values["$command $before"] ]]; then
        choices=${values["$command $before"]}
    elif [[ $current == -* ]]; then
        choices=${options["$command"]}
    else
        if [[ -v values["$command $place"] ]]; then
            choices=${values["$command $place"]}
        fi
        local begun="${COMP_WORDS[*]:1:COMP_CWORD-1}" words
        for words in "${!options[@]}"; do
            [[ $words == kioskctl ]] && continue
            if [[ -z $begun ]]; then
                choices+=" ${words%% *}"
            elif [[ $words == "$begun "* ]]; then
                choices+=" ${words#"$begun "}"
            fi
        done
    fi
    COMPREPLY=()
    case $choices in
    @file) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    @folder) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$current" | sort -u) ;;
    esac
}
complete -F _kioskctl kioskctl
)";

} // namespace

std::string bashCompletion(std::span<const Command> commands) {
    return "# bash completion for kioskctl; made by kioskctl --completion bash\n"
           "_kioskctl() {\n"
           "    local IFS=$' \\t\\n'\n"
           "    local -A options=(\n" +
           optionRows(commands) + "    )\n    local -A values=(\n" + valueRows(commands) +
           "    )\n" + std::string(kFunction);
}

} // namespace kiosk::app
