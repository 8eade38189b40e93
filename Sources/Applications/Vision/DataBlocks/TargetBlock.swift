// # Blocks: what is to be predicted
//
// A breed, several things at once, a number, places: the kind of target decides how labels become numbers, how many
// numbers the net must give for them, which loss fits, and what the numbers mean. So a block knows all of that, and the
// loss need not be chosen by hand.

import Figures
import Tensors
import Training

/// A kind of target.
public protocol TargetBlock: Sendable {
    /// What is said of an item: "boxer", ["car", "person"], [0.5].
    associatedtype Value: Sendable
    /// The same for the loader, which makes batches of it.
    associatedtype Label: Collatable & Sendable

    /// What files call this kind of target.
    static var kind: String { get }

    /// The block as the values of the training set make it: with their vocabulary, for example.
    /// - Throws: ``TargetProblem``
    func prepared(for values: [Value]) throws -> Self
    /// - Throws: ``TargetProblem`` for a value that the training set does not know.
    func label(of value: Value) throws -> Label
    /// How many numbers the net gives for an item. The block must be prepared.
    var outputs: Int { get }

    /// The loss of each item: scores [n, outputs] → [n]
    func losses(_ scores: Tensor, _ targets: Label.Batch) -> Tensor
    /// The mean of the losses, to be made small.
    func loss(_ scores: Tensor, _ targets: Label.Batch) -> Tensor
    /// What the scores mean: probabilities, where the targets are classes. [n, outputs] → [n, outputs]
    func activated(_ scores: Tensor) -> Tensor

    /// A prediction [outputs], after `activated`, as a value.
    func value(of prediction: Tensor) -> Value
    /// An item of a batch as a value.
    func value(in targets: Label.Batch, at place: Int) -> Value
    /// Batches joined to one.
    func joined(_ batches: [Label.Batch]) -> Label.Batch
    /// A value for people to read.
    func text(of value: Value) -> String

    /// A picture with a value drawn into it, where the value has places. See the extension for the others.
    /// - Parameter isPrediction: whether a net says so; else it is true.
    func drawn(_ value: Value, on picture: Raster, isPrediction: Bool) -> Raster

    /// What a file has to keep of a prepared block, and the way back, nil if that is not what a block keeps.
    var saved: [String] { get }
    init?(saved: [String])
}

extension TargetBlock {
    public func loss(_ scores: Tensor, _ targets: Label.Batch) -> Tensor { losses(scores, targets).mean() }
    public func drawn(_ value: Value, on picture: Raster, isPrediction: Bool) -> Raster { picture }
}

/// What is wrong with a label.
public struct TargetProblem: Error, Equatable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

// MARK: Joining batches

extension TargetBlock where Label.Batch == IntTensor {
    public func joined(_ batches: [IntTensor]) -> IntTensor { .cat(batches) }
}

extension TargetBlock where Label.Batch == Tensor {
    public func joined(_ batches: [Tensor]) -> Tensor { .cat(batches) }
}
