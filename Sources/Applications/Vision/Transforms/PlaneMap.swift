// # One map of the plane
//
// A turn, a zoom, a flip, a crop: each says where the points of a picture go. Two of them, one after the other, are
// again such a map, and its nine numbers are the product of their matrices. So however many transforms a picture goes
// through, there is one map in the end, and pixels are computed once. Labels that have places, such as key points, go
// through the same map.
//
// Points are (x, y) in pixels: the picture reaches from 0 to its width and from 0 to its height (downwards), and the
// middle of its first pixel is (0.5, 0.5).

import Foundation
import Tensors

/// A place in a picture, in pixels from its left and from its top.
public struct Point: Sendable, Hashable, Codable {
    public var x: Double, y: Double
    public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
}

/// Says where the points of a picture go: an affine map (straight lines stay straight, parallels stay parallel), or
/// with a ``Warp`` a projective one (straight lines stay straight).
public struct PlaneMap: Sendable, Equatable {
    /// Nine numbers, row by row: (x, y, 1) goes to (x'·w, y'·w, w).
    public let matrix: [Double]

    init(_ matrix: [Double]) { self.matrix = matrix }

    /// (x, y) goes to (a·x + b·y + c, d·x + e·y + f).
    public init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
        self.init([a, b, c, d, e, f, 0, 0, 1])
    }

    /// Everything stays where it is.
    public static let identity = PlaneMap(1, 0, 0, 0, 1, 0)

    /// Where a point goes.
    public func callAsFunction(_ point: Point) -> Point {
        let m = matrix
        let x = m[0] * point.x + m[1] * point.y + m[2]
        let y = m[3] * point.x + m[4] * point.y + m[5]
        if isAffine { return Point(x, y) }
        let w = m[6] * point.x + m[7] * point.y + m[8]
        return Point(x / w, y / w)
    }

    /// Whether parallels stay parallel.
    public var isAffine: Bool { matrix[6] == 0 && matrix[7] == 0 && matrix[8] == 1 }

    /// First this map, then another one.
    public func then(_ next: PlaneMap) -> PlaneMap {
        let (a, b) = (next.matrix, matrix)
        return PlaneMap(
            (0..<9).map { i in
                let (row, column) = (i / 3 * 3, i % 3)
                return a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6]
            })
    }

    /// The map back.
    public var inverse: PlaneMap {
        let m = matrix
        let minors = [
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
        ]
        let determinant = m[0] * minors[0] + m[1] * minors[3] + m[2] * minors[6]
        require(
            determinant != 0 && determinant.isFinite, "the inverse of \(self)",
            "it maps the plane onto a line or a point")
        if isAffine {
            let affine = minors.prefix(6).map { $0 / determinant }
            return PlaneMap(affine + [0, 0, 1])
        }
        return PlaneMap(minors.map { $0 / minors[8] })
    }
}

// MARK: Maps of a picture

extension PlaneMap {
    /// A rectangle of the picture fills a picture of another size.
    public init(_ region: Region, fills size: Size2D) {
        let (across, down) = (Double(size.width) / region.width, Double(size.height) / region.height)
        self.init(across, 0, -region.x * across, 0, down, -region.y * down)
    }

    /// A turn around the middle of a picture, against the clock as one sees it. Quarter turns are exact.
    public init(degrees: Double, around size: Size2D) {
        let quarters = degrees / 90
        let (sine, cosine): (Double, Double)
        if quarters == quarters.rounded(), abs(quarters) < 1e9 {
            let turns = Int(quarters) & 3
            (sine, cosine) = ([0, 1, 0, -1][turns], [1, 0, -1, 0][turns])
        } else {
            (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
        }
        let (x, y) = (Double(size.width) / 2, Double(size.height) / 2)
        self.init(cosine, sine, x - cosine * x - sine * y, -sine, cosine, y + sine * x - cosine * y)
    }

    /// The four corners of a picture (top left, top right, bottom right, bottom left) go to four points, no three of
    /// which are on a line.
    public init(cornersOf size: Size2D, goTo points: [Point]) {
        require(points.count == 4, "a map of four corners", "\(points.count) points were given")
        let (p0, p1, p2, p3) = (points[0], points[1], points[2], points[3])
        // How far the four are from being a parallelogram gives the last row.
        let (dx1, dy1) = (p1.x - p2.x, p1.y - p2.y)
        let (dx2, dy2) = (p3.x - p2.x, p3.y - p2.y)
        let (dx3, dy3) = (p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y)
        let area = dx1 * dy2 - dx2 * dy1
        require(area != 0, "a map of four corners", "three of the points are on a line")
        let (g, h) = ((dx3 * dy2 - dx2 * dy3) / area, (dx1 * dy3 - dx3 * dy1) / area)
        let unit = PlaneMap([
            p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x, p0.x,
            p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y, p0.y, g, h, 1,
        ])
        self = PlaneMap(1 / Double(size.width), 0, 0, 0, 1 / Double(size.height), 0).then(unit)
    }
}

/// A rectangle of a picture, in pixels. It may stick out.
public struct Region: Sendable, Hashable, Codable {
    /// Its left and upper edge.
    public var x: Double, y: Double
    public var width: Double, height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// All of a picture.
    public init(_ size: Size2D) { self.init(x: 0, y: 0, width: Double(size.width), height: Double(size.height)) }

    /// The largest rectangle in the middle of a picture that has the shape of another size.
    public init(of size: Size2D, shapedLike other: Size2D) {
        let scale = min(Double(size.height) / Double(other.height), Double(size.width) / Double(other.width))
        let (height, width) = (scale * Double(other.height), scale * Double(other.width))
        // Whole pixels, so that a picture of this very size is copied and not computed.
        let x = ((Double(size.width) - width) / 2).rounded(.down)
        let y = ((Double(size.height) - height) / 2).rounded(.down)
        self.init(x: x, y: y, width: width, height: height)
    }

    /// A rectangle of the same size anywhere in a picture, on whole pixels as far as there are any.
    func moved(within size: Size2D, using random: inout SplitMix64) -> Region {
        func place(_ spare: Double) -> Double { max(min((random.uniform() * (spare + 1)).rounded(.down), spare), 0) }
        let (x, y) = (place(Double(size.width) - width), place(Double(size.height) - height))
        return Region(x: x, y: y, width: width, height: height)
    }
}
