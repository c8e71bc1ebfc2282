// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/issuing/faces/page_writer.h"

/// The engraver's repertoire of official paper: braided borders, rosettes, faint grounds. Neutral
/// throughout: no state's emblem is drawn.
namespace kiosk::sandbox::ornament {

struct Rectangle {
    double x = 0, y = 0, width = 0, height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double middleX() const { return x + width / 2; }
    double middleY() const { return y + height / 2; }
    Rectangle inset(double by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
};

/// A frame of waves braided within a band of this width, with rosettes in its corners.
void braidedFrame(PageWriter& artwork, const Rectangle& outer, double band, Colour colour);

/// Interlaced circles around a middle.
void rosette(PageWriter& artwork, double x, double y, double radius, int circles,
             const PathStyle& style);

/// A flower of eight petals in rings: what stands where real paper has an emblem.
void crest(PageWriter& artwork, double x, double y, double radius, Colour colour);

/// A ground of fine level waves, so faint that text on it stays easy to read.
void waveGround(PageWriter& artwork, const Rectangle& area, Colour colour);

/// What a sheet of official paper is made of.
struct Paper {
    Colour ground;
    Colour waves;
    double inset = 3; ///< of the waves from the sheet's edge
    Colour edge;
    double band = 0; ///< of a braided frame; 0: a plain line
};

/// The sheet itself: tinted ground, faint waves, frame.
void paper(PageWriter& artwork, const Rectangle& sheet, const Paper& paper);

/// Head and shoulders where a photograph would be.
void portrait(PageWriter& artwork, const Rectangle& area);

} // namespace kiosk::sandbox::ornament
