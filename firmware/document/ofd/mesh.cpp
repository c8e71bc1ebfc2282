// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/mesh.h"

namespace kiosk::document::ofd {

namespace {

/// Which edge of the triangle before a point goes on from.
enum class Edge { none, second, third };

struct MeshPoint {
    MeshCorner corner;
    Edge edge = Edge::none;
};

Edge edgeOf(const Element& element) {
    const std::string flag = textOf(element, "EdgeFlag");
    if (flag == "1")
        return Edge::second;
    return flag == "2" ? Edge::third : Edge::none;
}

std::vector<MeshPoint> pointsOf(const Element& element, const ColourSpaces& spaces) {
    std::vector<MeshPoint> points;
    for (const Element& child : element.children) {
        const Element* colour = child.child("Color");
        if (child.name != "Point" || colour == nullptr)
            continue;
        const Point at{numberOr(child, "X", 0), numberOr(child, "Y", 0)};
        points.push_back({{at, parsePlainColour(*colour, spaces)}, edgeOf(child)});
    }
    return points;
}

/// Three points begin a triangle, each further one hangs on an edge of the last.
std::vector<Triangle> chained(const std::vector<MeshPoint>& points) {
    std::vector<Triangle> triangles;
    for (std::size_t i = 0; i < points.size();) {
        if (points[i].edge == Edge::none || triangles.empty()) {
            if (i + 3 > points.size())
                break;
            triangles.push_back({points[i].corner, points[i + 1].corner, points[i + 2].corner});
            i += 3;
            continue;
        }
        const Triangle& last = triangles.back();
        const std::size_t kept = points[i].edge == Edge::second ? 1 : 0;
        triangles.push_back({last[kept], last[2], points[i].corner});
        ++i;
    }
    return triangles;
}

/// Each cell of the lattice is two triangles; a last row that is not full is left out.
std::vector<Triangle> lattice(const std::vector<MeshPoint>& points, std::size_t perRow) {
    std::vector<Triangle> triangles;
    if (perRow < 2)
        return triangles;
    for (std::size_t i = 0; i + perRow < points.size(); ++i) {
        const bool endsRow = i % perRow == perRow - 1;
        if (endsRow || i + perRow + 1 >= points.size())
            continue;
        const MeshCorner &a = points[i].corner, &b = points[i + 1].corner;
        const MeshCorner &c = points[i + perRow].corner, &d = points[i + perRow + 1].corner;
        triangles.push_back({a, b, c});
        triangles.push_back({b, c, d});
    }
    return triangles;
}

} // namespace

std::optional<Mesh> parseMesh(const Element& element, const ColourSpaces& spaces) {
    // Both spellings of the second occur: the standard's own schema has "LaGourandShd".
    const bool isLattice = element.name == "LaGouraudShd" || element.name == "LaGourandShd";
    if (!isLattice && element.name != "GouraudShd")
        return std::nullopt;
    const auto points = pointsOf(element, spaces);
    const double perRow = numberOr(element, "VerticesPerRow", 0);
    Mesh mesh;
    mesh.triangles = isLattice ? lattice(points, static_cast<std::size_t>(std::max(0.0, perRow)))
                               : chained(points);
    if (const Element* back = element.child("BackColor"))
        mesh.back = parsePlainColour(*back, spaces);
    return mesh.triangles.empty() ? std::nullopt : std::optional(std::move(mesh));
}

} // namespace kiosk::document::ofd
