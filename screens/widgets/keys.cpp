// SPDX-License-Identifier: Apache-2.0
#include "screens/widgets/keys.h"

#include <algorithm>

#include "screens/kit/words.h"

namespace kiosk::widgets {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;
using Key = visit::touch::Typing::Key;
using typing::Board;

constexpr int kBoardRows = 4;
constexpr double kKeyEdge = 0.5; ///< between a letter and the edge, at least

struct Stroke {
    char key;
    std::string_view name; ///< of its text and its drawing
    std::string_view shape;
};
constexpr std::array kStrokes{Stroke{'h', "across", "一"}, Stroke{'s', "down", "丨"},
                              Stroke{'p', "slant", "丿"},  Stroke{'n', "dot", "丶"},
                              Stroke{'z', "bend", "乛"},   Stroke{'*', "any", "？"}};

const Stroke& strokeOf(char key) {
    return *std::ranges::find(kStrokes, key, &Stroke::key);
}

visit::Touch press(Key key, int value = 0) {
    return visit::touch::Typing{key, value};
}

/// Set tight, keys are written smaller: their rows are what a screen has most of.
bool speaksLow(const Design& design) {
    return design.density >= Density::tight;
}

Node key(const Design& design, double height, KeySpec spec) {
    if (spec.id.empty())
        return spacer();
    ButtonSpec button{.id = std::move(spec.id),
                      .words = spec.isDrawnOnly ? kit::Phrase() : spec.words,
                      .drawing = std::move(spec.drawing),
                      .kind = ButtonKind::secondary,
                      .touch = std::move(spec.touch)};
    Node node = speaksLow(design) && height < design.mainTarget()
                    ? smallButton(design, std::move(button))
                    : mainButton(design, std::move(button));
    if (spec.words.text.size() == 1 && !node.children.empty())
        node.children.back().lang = "zh-CN"; // letters and digits are as high in every language
    node.name = std::move(spec.words.text);
    node.say = std::move(spec.words.say);
    node.isPrivate = spec.isPrivate;
    node.box.minWidth = 0;
    node.box.minHeight = height;
    node.box.padding = kit::InsetsMm::all(kKeyEdge);
    node.look.radius = design.radius();
    return node;
}

KeySpec typed(char character, kit::Phrase words, std::string drawing = {}) {
    return {.id = kit::format("key.{}", std::string(1, character)),
            .words = std::move(words),
            .drawing = std::move(drawing),
            .touch = press(Key::press, character),
            .isPrivate = true};
}

KeySpec eraser(const kit::Texts& texts, Key key, bool canErase) {
    const std::string name = key == Key::erase ? "erase" : "clear";
    KeySpec spec{.id = name, .words = texts.phrase("find." + name), .drawing = name};
    if (canErase)
        spec.touch = press(key);
    spec.isDrawnOnly = true;
    return spec;
}

KeySpec stroke(const kit::Texts& texts, const Stroke& each) {
    return typed(each.key, texts.phrase(kit::format("find.stroke.{}", each.name)),
                 kit::format("stroke-{}", each.name));
}

std::vector<KeySpec> keysFor(const kit::Texts& texts, Board board) {
    std::vector<KeySpec> keys;
    for (const char character : typing::keysOf(board))
        if (const std::string letter(1, character); board == Board::strokes)
            keys.push_back(stroke(texts, strokeOf(character)));
        else
            keys.push_back(typed(character, {letter, letter}));
    return keys;
}

struct Shape {
    int columns;
    int rows;
};
constexpr Shape shapeOf(Board board) {
    switch (board) {
    case Board::pinyin:
        return {7, kBoardRows};
    case Board::strokes:
        return {4, 2};
    case Board::digits:
        return {3, kBoardRows};
    }
    return {};
}

/// Of a key where so many rows take the room of kBoardRows.
double heightInRows(const Design& design, int rows) {
    const double whole = kBoardRows * keyHeight(design) + (kBoardRows - 1) * design.targetGap();
    return (whole - (rows - 1) * design.targetGap()) / rows;
}

/// Only drawn: what it does is said.
Node leafButton(const Design& design, std::string id, kit::Phrase words, int step, bool leads) {
    return key(design, keyHeight(design),
               {.id = std::move(id),
                .words = std::move(words),
                .drawing = step < 0 ? "previous" : "more",
                .touch = leads ? std::optional(press(Key::leaf, step)) : std::nullopt,
                .isDrawnOnly = true});
}

Node candidate(const Design& design, const CandidateRow& row, std::size_t place) {
    const std::size_t index = row.first + place;
    if (index >= row.characters.size()) {
        Node empty{.role = kit::Role::part};
        empty.box.minHeight = keyHeight(design);
        return empty;
    }
    const std::string& character = row.characters[index];
    return asIssued(key(design, keyHeight(design),
                        {.id = kit::format("candidate.{}", std::to_string(place)),
                         .words = {character, character},
                         .touch = press(Key::pick, static_cast<int>(index)),
                         .isPrivate = true}));
}

} // namespace

double keyHeight(const Design& design) {
    constexpr double kLine = 1.5; // of the em: Chinese and Latin, set bold
    const auto voice = speaksLow(design) ? TypeRole::note : TypeRole::heading;
    return std::max(design.target(), design.text(voice).em * kLine + 2 * kKeyEdge);
}

Node keyGrid(const Design& design, int columns, double height, std::vector<KeySpec> keys) {
    std::vector<Node> nodes;
    for (KeySpec& spec : keys)
        nodes.push_back(key(design, height, std::move(spec)));
    Node node = grid(columns, design.targetGap(), std::move(nodes));
    node.box.isInOwnOrder = true;
    return node;
}

Node typingBoard(const Design& design, const kit::Texts& texts, Board board, bool canErase) {
    const Shape shape = shapeOf(board);
    std::vector<KeySpec> keys = keysFor(texts, board);
    KeySpec erase = eraser(texts, Key::erase, canErase);
    KeySpec clear = eraser(texts, Key::clear, canErase);
    if (board == Board::digits) // as on a telephone
        keys.insert(keys.end() - 1, std::move(erase));
    else
        keys.push_back(std::move(erase));
    keys.push_back(std::move(clear));
    Node node = keyGrid(design, shape.columns, heightInRows(design, shape.rows), std::move(keys));
    node.id = "board";
    return node;
}

Node boardTabs(const Design& design, const kit::Texts& texts, Board chosen) {
    static constexpr std::array<std::string_view, typing::kBoards.size()> kNames{
        "pinyin", "strokes", "digits"};
    std::vector<Node> tabs;
    for (const Board board : typing::kBoards) {
        const auto name = kNames.at(static_cast<std::size_t>(board));
        const bool isChosen = board == chosen;
        ButtonSpec spec{.id = kit::format("board.{}", name),
                        .words = texts.phrase(kit::format("find.board.{}", name)),
                        .drawing = isChosen ? "valid" : "",
                        .kind = isChosen ? ButtonKind::quiet : ButtonKind::secondary,
                        .touch = press(Key::board, static_cast<int>(board))};
        Node tab = smallButton(design, std::move(spec));
        if (isChosen) {
            tab.say = tab.name + " " + texts.text("purpose.chosen");
            tab.state = "selected";
            tab.look.borderWidth = 1;
        }
        tabs.push_back(std::move(tab));
    }
    return grid(static_cast<int>(typing::kBoards.size()), design.targetGap(), std::move(tabs));
}

Node candidateRow(const Design& design, const kit::Texts& texts, const CandidateRow& row) {
    std::vector<Node> cells;
    cells.push_back(leafButton(design, "candidates.previous",
                               texts.phrase("find.candidates.previous"), -1, row.first > 0));
    for (std::size_t place = 0; place < row.places; ++place)
        cells.push_back(candidate(design, row, place));
    cells.push_back(leafButton(design, "candidates.more", texts.phrase("find.candidates.more"), 1,
                               row.first + row.places < row.characters.size()));
    const int columns = static_cast<int>(cells.size());
    Node node = grid(columns, design.targetGap(), std::move(cells));
    node.id = "candidates";
    node.role = kit::Role::list;
    node.name = texts.text("find.candidates");
    node.box.isInOwnOrder = true;
    return node;
}

std::string shownCode(Board board, std::string_view code) {
    if (board != Board::strokes)
        return std::string(code);
    std::string shapes;
    for (const char each : code)
        shapes += strokeOf(each).shape;
    return shapes;
}

std::string spokenCode(const kit::Texts& texts, Board board, std::string_view code) {
    std::string said;
    for (const char each : code) {
        said += said.empty() ? "" : " ";
        said += board == Board::strokes
                    ? texts.phrase(kit::format("find.stroke.{}", strokeOf(each).name)).say
                    : std::string(1, each);
    }
    return said;
}

} // namespace kiosk::widgets
