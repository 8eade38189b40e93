// # Transforms that are composed
//
// A batch transform moves no pixel. It says what it would do with a picture: where points go, and what happens to
// the light. `PhotoPipeline` puts what all of them say together, and then computes pixels, once.

import Tensors

/// What a transform does with one picture.
public struct Change: Sendable, Equatable {
    /// Where points go.
    public var map: PlaneMap
    public var light: Light

    public init(map: PlaneMap = .identity, light: Light = .same) { (self.map, self.light) = (map, light) }

    /// Nothing.
    public static let none = Change()
}

/// A random change of pictures that all have one size.
///
/// (fastai applies it to a batch on the GPU, hence the name. Here each picture of a batch has a random stream of its
/// own, so that its change does not depend on the others.)
public protocol BatchTransform: Sendable {
    /// What comes out; nil for what came in.
    var size: Size2D? { get }
    /// What happens to a picture in training.
    /// - Parameter size: its height and width.
    func change(of size: Size2D, using random: inout SplitMix64) -> Change
    /// What happens to a picture that the model is judged by: nothing that chance decides.
    func quietChange(of size: Size2D) -> Change
}

extension BatchTransform {
    public var size: Size2D? { nil }
    public func quietChange(of size: Size2D) -> Change { .none }
}

/// A probability that is one.
func checked(_ probability: Double, _ name: String) -> Double {
    require(probability >= 0 && probability <= 1, "\(name) with p \(probability)", "a probability is from 0 to 1")
    return probability
}

/// A random part of the picture in a size of its own; where nothing is left to chance, the middle. (The book's
/// `RandomResizedCropGPU`, what `min_scale` asks for.)
public struct RandomCrop: BatchTransform {
    private let target: Size2D
    private let choice: RandomRegion
    public var size: Size2D? { target }

    /// - Parameters:
    ///   - size: of what comes out.
    ///   - minScale: the smallest share of the area that may be taken. 1 takes the largest part of the right shape.
    ///   - ratio: how wide the part may be for its height, compared with what comes out.
    public init(_ size: Size2D, minScale: Double = 0.75, ratio: ClosedRange<Double> = 1...1) {
        requireSize(size, "RandomCrop")
        (target, choice) = (size, RandomRegion(minScale: minScale, ratio: ratio, "RandomCrop"))
    }

    public func change(of size: Size2D, using random: inout SplitMix64) -> Change {
        let largest = Region(of: size, shapedLike: target)
        // The part is chosen in the largest one of the right shape, as if that were square.
        var part = choice.regionOfSquare(using: &random)
        let spare = (size.width - Int(largest.width.rounded()), size.height - Int(largest.height.rounded()))
        // What is cut off for the shape may be cut off at either end.
        let shift = (random.uniform() * Double(max(spare.0, 0)), random.uniform() * Double(max(spare.1, 0)))
        part = Region(
            x: shift.0 + part.x * largest.width, y: shift.1 + part.y * largest.height,
            width: part.width * largest.width, height: part.height * largest.height)
        return Change(map: PlaneMap(part, fills: target))
    }

    public func quietChange(of size: Size2D) -> Change {
        Change(map: PlaneMap(Region(of: size, shapedLike: target), fills: target))
    }
}
