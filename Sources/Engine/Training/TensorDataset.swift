// # TensorDataset: inputs and targets side by side
//
// It is a collection of pairs like any other. But its items are already next to each other in memory, so
// it can make a whole batch of them at once.

import Tensors

/// Inputs and targets of the same number of items: `dataset[i]` is the pair (x[i], y[i]).
public struct TensorDataset<Input: Rows, Target: Rows>: RandomAccessCollection {
    public let inputs: Input
    public let targets: Target

    /// - Parameters:
    ///   - inputs: [n, ...]
    ///   - targets: [n, ...]
    public init(_ inputs: Input, _ targets: Target) {
        require(
            inputs.shape.first != nil && inputs.shape.first == targets.shape.first,
            "a dataset of inputs \(inputs.shape) and targets \(targets.shape)",
            "every input needs one target", try: "first axes of equal length")
        (self.inputs, self.targets) = (inputs, targets)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { inputs.shape[0] }
    public subscript(index: Int) -> (Input, Target) { (inputs.row(index), targets.row(index)) }
}

extension TensorDataset: BatchSource {
    public func batch(_ places: [Int]) -> (Input, Target) { (inputs.rows(places), targets.rows(places)) }
}

/// A tensor whose entries along the first axis are items.
public protocol Rows {
    var shape: [Int] { get }
    /// Item number `index`, without the first axis.
    func row(_ index: Int) -> Self
    /// The items with these numbers, in that order.
    func rows(_ numbers: [Int]) -> Self
}
extension Tensor: Rows {
    public func row(_ index: Int) -> Tensor { self[index] }
}
extension NDArray: Rows {
    public func row(_ index: Int) -> NDArray { self[index] }
}
