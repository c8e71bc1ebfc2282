// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/words.h"
#include "screens/staff/code_leaf.h"
#include "screens/staff/pad.h"

namespace kiosk::staff_screens {

namespace {

using kit::Node;
using Key = visit::touch::Staff::Key;

/// In fours, as people compare numbers.
std::string inFours(std::string_view digits) {
    constexpr std::size_t kGroup = 4;
    std::string text;
    for (std::size_t at = 0; at < digits.size(); at += kGroup)
        text.append(at == 0 ? "" : " ").append(digits.substr(at, kGroup));
    return text;
}

PageContent asked(const Page& page, const staff::ProofView& proof) {
    PageContent content = named(page, staff::Page::proof, {});
    content.hero = citizen::pageTitle(page, words("staff.page", name(staff::Page::proof), page),
                                      page.phrase("staff.proof.lead"));
    if (proof.error)
        content.content.push_back(troubleNotice(page, *proof.error));
    else if (proof.isMaking)
        content.content.push_back(widgets::notice(page.design, widgets::Tone::neutral,
                                                  page.phrase("staff.proof.making")));
    const auto told = page.phrase("staff.pin.digits", {std::to_string(proof.challenge.size())});
    content.content.push_back(
        typedField(page, "challenge", inFours(proof.challenge), kit::TypeRole::body, told));
    if (!proof.isMaking) // nothing can be typed then
        content.content.push_back(
            pad(page, {.canErase = !proof.challenge.empty(), .canEnter = proof.canEnter()}));
    return content;
}

PageContent answered(const Page& page, const staff::PageView& view) {
    const staff::ProofView& proof = view.proof;
    std::vector<Node> content{
        widgets::text(page.phrase("staff.proof.answers", {inFours(proof.challenge)}),
                      page.design.text(kit::TypeRole::body))};
    for (Node& node : codeLeaf(page, view, proof.pictures, proof.fingerprint))
        content.push_back(std::move(node));
    PageContent whole = named(page, staff::Page::proof, std::move(content));
    whole.hero = citizen::pageTitle(page, words("staff.page", name(staff::Page::proof), page),
                                    page.phrase("staff.proof.done"));
    whole.actions = {
        widgets::mainButton(page.design, {"again", page.phrase("staff.proof.again"), "retry",
                                          widgets::ButtonKind::secondary, press(Key::no)})};
    return whole;
}

} // namespace

PageContent proof(const staff::PageView& view, const Page& page) {
    return view.proof.pictures.empty() ? asked(page, view.proof) : answered(page, view);
}

} // namespace kiosk::staff_screens
