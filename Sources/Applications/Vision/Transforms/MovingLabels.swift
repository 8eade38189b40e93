// Some labels are places in the picture: the middle of a head, the outline of a car. When the picture moves, they move
// along, by the same map.

import Common
import Kernels
import Tensors
import Training

/// A label that has places in the picture.
public protocol MovesWithPicture {
    /// The label after the picture has moved.
    /// - Parameters:
    ///   - map: where the picture's points went.
    ///   - old: the picture's height and width before.
    ///   - new: the same afterwards.
    func moved(by map: PlaneMap, from old: Size2D, to new: Size2D) -> Self
}

/// Key points of a picture. (The book's `PointBlock`.)
public struct KeyPoints: MovesWithPicture, Collatable, Sendable, Equatable {
    public typealias Batch = Tensor
    public var points: [Point]
    /// Of the picture that they are in.
    public var size: Size2D

    public init(_ points: [Point], in size: Size2D) { (self.points, self.size) = (points, size) }

    /// They may leave the picture: they are where they are.
    public func moved(by map: PlaneMap, from old: Size2D, to new: Size2D) -> KeyPoints {
        require(size == old, "moving points of a picture of \(size.inPixels) pixels", "the picture has \(old.inPixels)")
        return KeyPoints(points.map { map($0) }, in: new)
    }

    /// [k, 2], x and y from -1 (left, top) to 1 (right, bottom).
    public var scaled: Tensor {
        func scaled(_ place: Double, _ length: Int) -> Float { Float(2 * place / Double(length) - 1) }
        let numbers = points.flatMap { [scaled($0.x, size.width), scaled($0.y, size.height)] }
        return Tensor(shape: [points.count, 2], numbers)
    }

    /// Points of pictures, all of them `scaled`: [n, k, 2]. All must have as many.
    public static func collate(_ items: [KeyPoints]) -> Tensor { .stack(items.map(\.scaled)) }
}

extension KeyPoints: CustomStringConvertible {
    /// "column 65.03, row 49.35 of 128 × 96 pixels (width × height)"
    public var description: String {
        guard let first = points.first else { return "no points" }
        let more = points.count > 1 ? "\(points.count) points, the first at " : ""
        return "\(more)column \(fixed(first.x, 2)), row \(fixed(first.y, 2)) "
            + "of \(size.width) × \(size.height) pixels (width × height)"
    }
}

/// A class for every pixel. (The book's `MaskBlock`.)
public struct Mask: MovesWithPicture, Collatable, Sendable, Equatable {
    public typealias Batch = IntTensor
    public let height: Int, width: Int
    /// height × width codes.
    public let codes: [UInt8]
    /// The class of what is beyond the picture.
    public let outside: UInt8

    public init(height: Int, width: Int, codes: [UInt8], outside: UInt8 = 0) {
        require(
            height > 0 && width > 0 && codes.count == height * width, "a Mask of \(width) × \(height) pixels",
            "it needs as many codes, not \(codes.count)")
        (self.height, self.width, self.codes, self.outside) = (height, width, codes, outside)
    }

    /// A class has no mean with another: each new pixel has the class of the one that it shows.
    public func moved(by map: PlaneMap, from old: Size2D, to new: Size2D) -> Mask {
        require(
            old == Size2D(height, width), "moving a mask of \(width) × \(height) pixels",
            "the picture has \(old.inPixels)")
        let back = map.inverse
        var moved: [UInt8] = []
        moved.reserveCapacity(new.count)
        for y in 0..<new.height {
            for x in 0..<new.width { moved.append(code(at: back(Point(Double(x) + 0.5, Double(y) + 0.5)))) }
        }
        return Mask(height: new.height, width: new.width, codes: moved, outside: outside)
    }

    private func code(at place: Point) -> UInt8 {
        guard place.x >= 0, place.y >= 0, place.x < Double(width), place.y < Double(height) else { return outside }
        return codes[Int(place.y) * width + Int(place.x)]
    }

    /// Masks of one size: [n, h, w].
    public static func collate(_ items: [Mask]) -> IntTensor {
        .stack(items.map { IntTensor(shape: [$0.height, $0.width], $0.codes.map(Int.init)) })
    }
}

/// A rectangle around an object, and what it is.
public struct Box: Sendable, Hashable, Codable {
    public var region: Region
    public var label: Int

    public init(_ region: Region, label: Int) { (self.region, self.label) = (region, label) }
}

/// The objects of a picture. (The book's `BBoxBlock`.) Those of a batch stay a list, since pictures have differently
/// many.
public struct Boxes: MovesWithPicture, Collatable, Sendable, Equatable {
    public var boxes: [Box]

    public init(_ boxes: [Box]) { self.boxes = boxes }

    /// A turned box is not upright: its new one goes around it. Boxes are cut at the picture's edge; those of which
    /// nothing is left are gone.
    public func moved(by map: PlaneMap, from old: Size2D, to new: Size2D) -> Boxes {
        Boxes(
            boxes.compactMap { box in
                let (x, y) = (box.region.x, box.region.y)
                let corners = [
                    Point(x, y), Point(x + box.region.width, y), Point(x, y + box.region.height),
                    Point(x + box.region.width, y + box.region.height),
                ].map { map($0) }
                let left = max(corners.map(\.x).min()!, 0), right = min(corners.map(\.x).max()!, Double(new.width))
                let top = max(corners.map(\.y).min()!, 0), bottom = min(corners.map(\.y).max()!, Double(new.height))
                guard left < right, top < bottom else { return nil }
                return Box(Region(x: left, y: top, width: right - left, height: bottom - top), label: box.label)
            })
    }
}
