// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/code_command.h"

#include <cstdio>

#include <nlohmann/json.hpp>

#include "drivers/camera/picture_file.h"
#include "drivers/code_reader/code_reader.h"
#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"
#include "firmware/verify/copy_verifier.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

Result<std::string> textIn(const std::string& picture) {
    const drivers::Frame frame = TRY(drivers::frameFromPicture(TRY(readFile(picture))));
    auto code = drivers::readCode(frame);
    if (!code)
        return fail(ErrorKind::notFound, "code.not-found", Remedy::citizenAgain,
                    "no readable QR code in the picture");
    return std::move(code->text);
}

json describe(const CopyCode& code) {
    return {{"region", code.regionCode},
            {"copyNumber", code.copyNumber},
            {"licenceType", code.typeCode},
            {"purpose", code.purposeKey},
            {"reservedAt", isoTime(code.reservedAt)},
            {"fileDigest", toHex(code.fileDigest)},
            {"signerKey", toHex(code.signerKey)}};
}

json describe(const verify::CopySignature& signature) {
    return {{"verdict", verify::name(verify::judgementOf(signature.finding))},
            {"reason", verify::reasonOf(signature.finding)},
            {"signer", signature.signer},
            {"checkedAt", isoTime(signature.checkedAt)}};
}

/// What there is to say of a code's text; `judgement` only where a trust list was given.
struct Answer {
    json members;
    std::optional<verify::Judgement> judgement;
};

Result<Answer> answerFor(const std::string& text, const Arguments& arguments) {
    Answer answer{{{"text", text}}, std::nullopt};
    const Result<CopyCode> code = parseCopyCode(text);
    const auto trust = arguments.value("--trust");
    if (!code) {
        answer.members["kind"] = code.error().code();
        if (trust)
            answer.judgement = verify::Judgement::cannotTell;
        return answer;
    }
    answer.members["kind"] = "copy";
    answer.members["copy"] = describe(*code);
    if (const auto file = arguments.value("--file"))
        answer.members["fileMatches"] =
            verify::copyDigest(TRY(readFile(*file))) == code->fileDigest;
    if (!trust)
        return answer;
    const auto at = arguments.value("--at");
    const WallTime now = at ? TRY(timeFromIso(*at)) : SystemClock().wall();
    const verify::CopyVerifier verifier(TRY(verify::TrustList::load(*trust)));
    const verify::CopySignature signature = verifier.check(*code, now);
    answer.members["signature"] = describe(signature);
    answer.judgement = verify::judgementOf(signature.finding);
    return answer;
}

/// The text, then one fact a line.
void printPlain(const json& members) {
    std::puts(members.at("text").get_ref<const std::string&>().c_str());
    for (const char* part : {"copy", "signature"})
        if (members.contains(part))
            for (const auto& [name, value] : members[part].items())
                std::printf("  %s: %s\n", name.c_str(), value.get<std::string>().c_str());
    if (members.contains("fileMatches"))
        std::printf("  fileMatches: %s\n", members["fileMatches"].get<bool>() ? "yes" : "no");
    if (!members.contains("copy"))
        std::printf("  %s\n", members["kind"].get_ref<const std::string&>().c_str());
}

int exitCode(std::optional<verify::Judgement> judgement) {
    if (!judgement || *judgement == verify::Judgement::valid)
        return kExitDone;
    return *judgement == verify::Judgement::notValid ? kExitNotValid : kExitCannot;
}

} // namespace

Result<int> readCodeInPicture(const Arguments& arguments) {
    const Answer answer = TRY(answerFor(TRY(textIn(arguments.rest().front())), arguments));
    if (arguments.has("--json"))
        std::puts(answer.members.dump(2, ' ', false, json::error_handler_t::replace).c_str());
    else
        printPlain(answer.members);
    return exitCode(answer.judgement);
}

} // namespace kiosk::app
