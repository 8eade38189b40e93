// # Collation: items become a batch
//
// Numbers and tensors of the same shape are stacked into one tensor; anything else stays a list.

import Tensors

/// An item that knows how many of its kind become a batch.
///
/// For a type of your own whose items stay a list, an empty conformance is enough:
/// `extension Sentence: Collatable {}`.
public protocol Collatable {
    associatedtype Batch = [Self]
    static func collate(_ items: [Self]) -> Batch
}

extension Collatable where Batch == [Self] {
    public static func collate(_ items: [Self]) -> [Self] { items }
}
extension String: Collatable {}
extension Character: Collatable {}

extension Collatable where Self: ArrayElement, Batch == NDArray<Self> {
    /// n numbers → [n]
    public static func collate(_ items: [Self]) -> NDArray<Self> { NDArray(items) }
}
extension Int: Collatable { public typealias Batch = IntTensor }
extension UInt8: Collatable { public typealias Batch = ByteTensor }
extension Bool: Collatable { public typealias Batch = BoolTensor }

extension Float: Collatable {
    /// n numbers → [n]
    public static func collate(_ items: [Float]) -> Tensor { Tensor(items) }
}
extension Tensor: Collatable {
    /// n tensors [...] → [n, ...]
    public static func collate(_ items: [Tensor]) -> Tensor { stack(items) }
}
extension NDArray: Collatable {
    /// n arrays [...] → [n, ...]
    public static func collate(_ items: [NDArray]) -> NDArray { stack(items) }
}
