// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/raster.h"
#include "tests/fuzz/input.h"
#include "tests/support/ofd_builder.h"

using namespace kiosk;

namespace {

/// Glyphs by index and by character, filled, stroked, thickened, slanted.
constexpr std::string_view kPage =
    "<ofd:TextObject ID=\"9\" Boundary=\"0 0 90 50\" Font=\"3\" Size=\"8\">"
    "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"6\" GlyphCount=\"6\">"
    "<ofd:Glyphs>0 1 2 3 4 5</ofd:Glyphs></ofd:CGTransform>"
    "<ofd:TextCode X=\"1\" Y=\"9\">abcdef Ab1证</ofd:TextCode></ofd:TextObject>"
    "<ofd:TextObject ID=\"8\" Boundary=\"0 20 90 50\" Font=\"3\" Size=\"9\" Stroke=\"true\" "
    "Weight=\"700\" Italic=\"true\"><ofd:TextCode X=\"1\" Y=\"9\">Ab1</ofd:TextCode>"
    "</ofd:TextObject>";

constexpr std::string_view kFont =
    "<ofd:Fonts><ofd:Font ID=\"3\" FontName=\"x\"><ofd:FontFile>x</ofd:FontFile></ofd:Font>"
    "</ofd:Fonts>";

} // namespace

/// The input is a font that a document brings along.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Bytes file = tests::makeZip(
        tests::ofdEntries({.page = kPage,
                           .resources = kFont,
                           .files = {{"Doc_0/Res/x", toText(fuzz::input(data, size))}}}),
        tests::Packing::stored);
    const auto document = document::Document::open(document::Package::open(file).value()).value();
    fuzz::expectAlways(document::drawToPicture(document, 0, {30}, {}).has_value());
    return 0;
}
