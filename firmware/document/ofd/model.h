// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/document/document.h"

/// A document as plain values, as GB/T 33190 describes it: what the reader makes and the painter
/// draws. Lengths are millimetres, y grows downwards.
namespace kiosk::document::ofd {

/// ST_ID: unique in a document, shared by objects and resources. 0 means none.
using Id = std::uint64_t;

struct Point {
    double x = 0, y = 0;
};

/// ST_Array of a CTM: x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

/// A colour in RGB, components 0 to 1, not premultiplied.
struct Rgba {
    double red = 0, green = 0, blue = 0, alpha = 1;
};

/// AxialShd and RadialShd (clause 8.3.4), in the object's space.
struct Shading {
    enum class Kind { axial, radial };
    enum class Map { direct, repeat, reflect };
    struct Stop {
        double position = 0; ///< 0 to 1
        Rgba colour;
    };

    Kind kind = Kind::axial;
    Map map = Map::direct;
    double mapUnit = 0; ///< length of one repeat; 0: the whole axis
    bool extendsBefore = false;
    bool extendsAfter = false;
    Point start, end;
    double startRadius = 0, endRadius = 0;
    double eccentricity = 0; ///< 0 to below 1
    double angle = 0;        ///< degrees, of the long axis
    std::vector<Stop> stops; ///< never empty, positions ascending
};

struct Object;

/// A cell that fills an area again and again (clause 8.3.3).
struct Pattern {
    double width = 0, height = 0, xStep = 0, yStep = 0;
    Matrix ctm;
    std::vector<Object> cell;
};

/// What fills or strokes: a colour, or a shading or pattern that wins over it.
struct Paint {
    Rgba colour;
    std::shared_ptr<const Shading> shading;
    std::shared_ptr<const Pattern> pattern;
};

enum class Cap { butt, round, square };
enum class Join { miter, round, bevel };

/// The attributes a DrawParam can give; what is not set is inherited.
struct Style {
    std::optional<double> lineWidth;
    std::optional<double> miterLimit;
    std::optional<double> dashOffset;
    std::optional<std::vector<double>> dash;
    std::optional<Cap> cap;
    std::optional<Join> join;
    std::optional<Paint> fill;
    std::optional<Paint> stroke;
};

/// Takes from `parent` what `style` does not set itself.
void inherit(Style& style, const Style& parent);

enum class FillRule { nonZero, evenOdd };

/// One operator of AbbreviatedData; curves and arcs are cubic by now.
struct PathStep {
    enum class Kind { move, line, curve, close };
    Kind kind = Kind::close;
    Point control1, control2; ///< of a curve
    Point to;
};

struct PathContent {
    bool stroked = true;
    bool filled = false;
    FillRule rule = FillRule::nonZero;
    std::vector<PathStep> steps;
};

/// CGTransform: from the character at `position` on, `count` characters are these glyphs of the
/// embedded font.
struct GlyphTransform {
    std::size_t position = 0;
    std::size_t count = 1;
    std::vector<std::uint32_t> glyphs;
};

struct TextCode {
    std::optional<double> x, y;         ///< of the first glyph's origin; continues where not given
    std::vector<double> deltaX, deltaY; ///< steps between glyphs, unpacked
    std::u32string characters;
};

struct TextContent {
    Id font = 0;
    double size = 0;
    bool stroked = false;
    bool filled = true;
    bool italic = false;
    int weight = 400;
    double horizontalScale = 1;
    int readDirection = 0; ///< degrees clockwise: 0, 90, 180, 270
    int charDirection = 0;
    std::vector<GlyphTransform> transforms; ///< positions count over all codes of the object
    std::vector<TextCode> codes;
};

struct ImageContent {
    Id image = 0;
    Id mask = 0;
};

struct CompositeContent {
    Id unit = 0;
};

/// One Area of a Clip: shapes (paths, texts) under a matrix of its own.
struct ClipArea {
    Matrix ctm;
    std::vector<Object> shapes;
};

/// The union of its areas. Several clips of an object intersect.
struct Clip {
    std::vector<ClipArea> areas;
    bool followsObject = true; ///< TransFlag: moved by the object's own CTM
};

/// A graphic unit: what is common to all kinds, and the kind.
struct Object {
    Id id = 0;
    BoxMm boundary;
    Matrix ctm;
    bool visible = true;
    double alpha = 1;
    Style style;
    std::vector<Clip> clips;
    std::variant<PathContent, TextContent, ImageContent, CompositeContent> content;
};

struct Layer {
    enum class Type { background, body, foreground };
    Type type = Type::body;
    std::vector<Object> objects; ///< page blocks are resolved; styles include the layer's
};

struct TemplateUse {
    enum class Order { background, foreground };
    Id id = 0;
    Order order = Order::background;
};

struct Annotation {
    bool visible = true;
    bool printed = true;
    BoxMm boundary;
    std::vector<Object> objects;
};

struct Page {
    std::string id;
    BoxMm physicalBox;
    std::vector<TemplateUse> templates;
    std::vector<Layer> layers;
    std::vector<Annotation> annotations;
};

/// A Font resource.
struct FontResource {
    std::string name;
    std::string family;
    bool bold = false;
    bool italic = false;
    bool serif = false;
    bool fixedWidth = false;
    std::string file; ///< package path of the embedded file, "" where there is none
};

struct Composite {
    double width = 0, height = 0;
    std::vector<Object> objects;
};

/// Everything the pages refer to by ID.
struct Resources {
    std::map<Id, FontResource> fonts;
    std::map<Id, std::string> media; ///< package paths, of what the pages use
    std::map<Id, Composite> composites;
    std::map<Id, std::vector<Layer>> templates;     ///< those that pages use
    std::map<Id, std::vector<Layer>> idleTemplates; ///< those that none uses, only counted
};

/// A whole document.
struct Model {
    std::string version;
    bool printable = true; ///< Permissions/Print
    std::map<std::string, std::string> customData;
    std::multimap<std::string, std::string> customTags; ///< names with their objects' text
    Resources resources;
    std::vector<Page> pages;
    std::map<std::string, Bytes, std::less<>> files; ///< fonts and media by package path
    std::vector<std::string> reached;                ///< every package path read or needed
    std::vector<std::string> findings;
};

} // namespace kiosk::document::ofd
