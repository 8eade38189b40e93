// Targets that are numbers: how old somebody is, or where something is in the picture.

import Common
import Figures
import Tensors
import Training

/// One number or several. (The book's `RegressionBlock`.) The loss is the mean squared error.
public struct RegressionBlock: TargetBlock, Equatable {
    public static let kind = "numbers"
    public let outputs: Int

    /// - Parameter outputs: how many numbers each item has.
    public init(_ outputs: Int = 1) {
        require(outputs > 0, "RegressionBlock(\(outputs))", "an item has at least one number")
        self.outputs = outputs
    }

    public func prepared(for values: [[Float]]) throws -> RegressionBlock { self }

    public func label(of value: [Float]) throws -> Tensor {
        guard value.count == outputs, value.allSatisfy(\.isFinite) else {
            throw TargetProblem("expected \(outputs) finite numbers, found \(value)")
        }
        return Tensor(value)
    }

    public func losses(_ scores: Tensor, _ targets: Tensor) -> Tensor {
        mseLoss(scores, targets, reduction: .none).mean(axis: 1)
    }
    public func activated(_ scores: Tensor) -> Tensor { scores }
    public func value(of prediction: Tensor) -> [Float] { prediction.scalars }
    public func value(in targets: Tensor, at place: Int) -> [Float] { targets[place].scalars }
    public func text(of value: [Float]) -> String { value.map { fixed(Double($0), 2) }.joined(separator: ", ") }

    public var saved: [String] { ["\(outputs)"] }
    public init?(saved: [String]) {
        guard saved.count == 1, let outputs = Int(saved[0]), (1...1_000_000).contains(outputs) else { return nil }
        self.init(outputs)
    }
}

/// Places in the picture, which move along with it. (The book's `PointBlock`.) The loss is the mean squared error of
/// what ``KeyPoints/scaled`` gives: from -1 (left, top) to 1 (right, bottom).
public struct PointBlock: TargetBlock, Equatable {
    public static let kind = "points"
    /// How many points each photo has.
    public let count: Int

    public init(_ count: Int = 1) {
        require(count > 0, "PointBlock(\(count))", "a photo has at least one point")
        self.count = count
    }

    public func prepared(for values: [KeyPoints]) throws -> PointBlock { self }

    public func label(of value: KeyPoints) throws -> KeyPoints {
        guard value.points.count == count else {
            throw TargetProblem("expected \(counted(count, "point")), found \(value.points.count)")
        }
        return value
    }

    public var outputs: Int { 2 * count }

    public func losses(_ scores: Tensor, _ targets: Tensor) -> Tensor {
        mseLoss(scores, targets.flattened(from: 1), reduction: .none).mean(axis: 1)
    }
    public func activated(_ scores: Tensor) -> Tensor { scores }

    /// A prediction knows shares of a picture, not its pixels: the points are those of a picture of 1,000 × 1,000.
    public func value(of prediction: Tensor) -> KeyPoints {
        let (numbers, size) = (prediction.flattened().scalars.map(Double.init), PointBlock.picture)
        let points = stride(from: 0, to: numbers.count, by: 2).map { i in
            Point(
                (numbers[i] + 1) / 2 * Double(size.width), (numbers[i + 1] + 1) / 2 * Double(size.height))
        }
        return KeyPoints(points, in: size)
    }
    public func value(in targets: Tensor, at place: Int) -> KeyPoints { value(of: targets[place]) }
    public func text(of value: KeyPoints) -> String {
        let numbers = value.scaled.scalars.map { fixed(Double($0), 2) }
        return stride(from: 0, to: numbers.count, by: 2).map { "(\(numbers[$0]), \(numbers[$0 + 1]))" }
            .joined(separator: " ")
    }

    private static let picture = Size2D(1000, 1000)

    /// Dots: orange for what is true, blue and smaller for what a net says.
    public func drawn(_ value: KeyPoints, on picture: Raster, isPrediction: Bool) -> Raster {
        picture.dotted(value, isPrediction ? .blue : .orange, radius: isPrediction ? 2.5 : 3.5)
    }

    public var saved: [String] { ["\(count)"] }
    public init?(saved: [String]) {
        guard saved.count == 1, let count = Int(saved[0]), (1...1_000_000).contains(count) else { return nil }
        self.init(count)
    }
}
