// # Collation: items become a batch
//
// Numbers and tensors of one shape are stacked to one tensor; anything else stays a list.

import Tensors

/// An item that knows what many of its kind look like together.
public protocol Collatable {
    associatedtype Batch
    static func collate(_ items: [Self]) -> Batch
}

extension Tensor: Collatable {
    /// n tensors [...] → [n, ...]
    public static func collate(_ items: [Tensor]) -> Tensor { stack(items) }
}
extension NDArray: Collatable {
    /// n arrays [...] → [n, ...]
    public static func collate(_ items: [NDArray]) -> NDArray { stack(items) }
}
extension Float: Collatable {
    public static func collate(_ items: [Float]) -> Tensor { Tensor(items) }
}
extension Int: Collatable {
    public static func collate(_ items: [Int]) -> IntTensor { IntTensor(items) }
}
extension Bool: Collatable {
    public static func collate(_ items: [Bool]) -> BoolTensor { BoolTensor(items) }
}
extension String: Collatable {
    public static func collate(_ items: [String]) -> [String] { items }
}
extension Character: Collatable {
    public static func collate(_ items: [Character]) -> [Character] { items }
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

/// Inputs and targets side by side: `dataset[i]` is the pair (x[i], y[i]).
public struct TensorDataset<Input: Rows, Target: Rows>: RandomAccessCollection {
    public let inputs: Input
    public let targets: Target

    /// - Parameters: two tensors with the same number of items, their first axis.
    public init(_ inputs: Input, _ targets: Target) {
        require(inputs.shape.first != nil && inputs.shape.first == targets.shape.first,
                "a dataset of inputs \(inputs.shape) and targets \(targets.shape)",
                "every input needs one target", try: "first axes of one length")
        (self.inputs, self.targets) = (inputs, targets)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { inputs.shape[0] }
    public subscript(index: Int) -> (Input, Target) { (inputs.row(index), targets.row(index)) }
}
