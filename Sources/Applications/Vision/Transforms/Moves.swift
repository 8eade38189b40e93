// The transforms that move the points of a picture.

import Foundation
import Tensors

/// Left becomes right. (The book's `Flip`.)
public struct Flip: BatchTransform {
    public let probability: Double

    public init(p probability: Double = 0.5) { self.probability = checked(probability, "Flip") }

    public func change(of size: Size2D, using random: inout SplitMix64) -> Change {
        random.happens(probability) ? Change(map: .mirrored(size)) : .none
    }
}

/// One of the eight ways to lay a square on itself, each as likely as the others: for pictures that have no above and
/// below, such as those from satellites. What is not square is flipped and turned by 180° only: four ways. (The
/// book's `Dihedral`.)
public struct Dihedral: BatchTransform {
    public let probability: Double

    public init(p probability: Double = 1) { self.probability = checked(probability, "Dihedral") }

    public func change(of size: Size2D, using random: inout SplitMix64) -> Change {
        let way = Int(random.uniform() * 8)
        guard random.happens(probability) else { return .none }
        let turn = PlaneMap(degrees: Double(size.height == size.width ? way / 2 * 90 : way / 4 * 180), around: size)
        return Change(map: way % 2 == 0 ? turn : PlaneMap.mirrored(size).then(turn))
    }
}

/// Turns a picture around its middle. (The book's `Rotate`.)
public struct Rotate: BatchTransform {
    public let degrees: ClosedRange<Double>, probability: Double

    /// - Parameter degrees: at most, in either direction.
    public init(_ degrees: Double = 10, p probability: Double = 0.75) {
        self.init(-abs(degrees)...abs(degrees), p: probability)
    }

    /// - Parameter degrees: against the clock, as one sees it.
    public init(_ degrees: ClosedRange<Double>, p probability: Double = 0.75) {
        require(
            degrees.lowerBound.isFinite && degrees.upperBound.isFinite, "Rotate(\(degrees))", "an angle is a number")
        (self.degrees, self.probability) = (degrees, checked(probability, "Rotate"))
    }

    public func change(of size: Size2D, using random: inout SplitMix64) -> Change {
        let angle = random.uniform(degrees.lowerBound, degrees.upperBound)
        return random.happens(probability) ? Change(map: PlaneMap(degrees: angle, around: size)) : .none
    }
}

/// Comes nearer, at a random place that stays within the picture. (The book's `Zoom`.)
public struct Zoom: BatchTransform {
    public let factor: ClosedRange<Double>, probability: Double

    /// - Parameter factor: 2 shows half of the width and half of the height; below 1 there is something beside the
    ///   picture.
    public init(_ factor: ClosedRange<Double> = 1...1.1, p probability: Double = 0.75) {
        require(factor.lowerBound > 0 && factor.upperBound.isFinite, "Zoom(\(factor))", "a factor is above 0")
        (self.factor, self.probability) = (factor, checked(probability, "Zoom"))
    }

    public func change(of size: Size2D, using random: inout SplitMix64) -> Change {
        let factor = random.uniform(factor.lowerBound, factor.upperBound)
        let (left, top) = (random.uniform(), random.uniform())
        guard random.happens(probability) else { return .none }
        let (width, height) = (Double(size.width) / factor, Double(size.height) / factor)
        let part = Region(
            x: (Double(size.width) - width) * left, y: (Double(size.height) - height) * top, width: width,
            height: height)
        return Change(map: PlaneMap(part, fills: size))
    }
}

/// Looks at the picture from the side: one edge becomes shorter, the opposite one longer. (The book's `Warp`.)
public struct Warp: BatchTransform {
    public let most: Double, probability: Double

    /// - Parameter most: by how much of a side its two ends come nearer to each other, or go apart, at most.
    public init(_ most: Double = 0.2, p probability: Double = 0.75) {
        require(
            most >= 0 && most < 0.9, "Warp(\(most))", "the most is from 0 to below 0.9: the picture must keep an inside"
        )
        (self.most, self.probability) = (most, checked(probability, "Warp"))
    }

    public func change(of size: Size2D, using random: inout SplitMix64) -> Change {
        let (across, down) = (random.uniform(-most, most) / 2, random.uniform(-most, most) / 2)
        guard random.happens(probability) else { return .none }
        let (width, height) = (Double(size.width), Double(size.height))
        // What is seen at the corners of the new picture: the upper edge becomes shorter as the lower one becomes
        // longer.
        let seen = [
            Point(-across * width, -down * height), Point((1 + across) * width, down * height),
            Point((1 - across) * width, (1 - down) * height), Point(across * width, (1 + down) * height),
        ]
        return Change(map: PlaneMap(cornersOf: size, goTo: seen).inverse)
    }
}

extension PlaneMap {
    /// Left becomes right.
    public static func mirrored(_ size: Size2D) -> PlaneMap { PlaneMap(-1, 0, Double(size.width), 0, 1, 0) }
}

// MARK: The usual ones

/// The transforms that help with most photos, with the book's settings. (The book's `aug_transforms`.)
///
/// - Parameters:
///   - size: of what comes out; nil leaves it as it comes in.
///   - minScale: the smallest share of the picture that a random crop takes; 1 takes the largest part of the right
///     shape.
///   - flip: whether half of the pictures are mirrored.
///   - flipsVertically: whether they are turned and mirrored in all eight ways instead.
///   - degrees: the largest turn.
///   - zoom: how near it comes at most.
///   - lighting: the most of brightness and contrast.
///   - warp: the most of the look from the side.
///   - probabilityOfMoves, probabilityOfLight: how likely each turn, zoom and look, and each change of light is.
public func augmentations(
    size: Size2D? = nil, minScale: Double = 1, flip: Bool = true, flipsVertically: Bool = false, degrees: Double = 10,
    zoom: Double = 1.1, lighting: Double = 0.2, warp: Double = 0.2, probabilityOfMoves: Double = 0.75,
    probabilityOfLight: Double = 0.75
) -> [any BatchTransform] {
    require(zoom >= 1, "augmentations with zoom \(zoom)", "the nearest is at least 1")
    require(
        size != nil || minScale == 1, "augmentations with minScale \(minScale)",
        "a random crop needs the size of what comes out")
    let (moves, light) = (probabilityOfMoves, probabilityOfLight)
    var all: [any BatchTransform] = size.map { [RandomCrop($0, minScale: minScale)] } ?? []
    if flipsVertically { all.append(Dihedral()) } else if flip { all.append(Flip()) }
    if degrees != 0 { all.append(Rotate(degrees, p: moves)) }
    if zoom > 1 { all.append(Zoom(1...zoom, p: moves)) }
    if warp > 0 { all.append(Warp(warp, p: moves)) }
    if lighting > 0 { all += [Brightness(lighting, p: light), Contrast(lighting, p: light)] }
    return all
}
