// # The tensor: numbers, and how they came to be
//
// A `Tensor` is an array of floats (see NDArray.swift for shapes, strides and views) together
// with its place in the graph of computations (see Autograd.swift). It is a value: `let b = a`
// is a copy, though no memory is copied until one of the two is changed.

/// An n-dimensional array of 32-bit floats that can be differentiated.
public struct Tensor: Sendable {
    /// The numbers, without their history.
    public internal(set) var array: NDArray<Float>
    /// What this value was computed from; nil if it is not tracked.
    let node: Node?

    init(_ array: NDArray<Float>, _ node: Node? = nil) {
        self.array = array
        self.node = node
    }

    /// A tensor of these numbers, not tracked.
    public init(array: NDArray<Float>) { self.init(array, nil) }

    /// Length of each axis; `[]` for a single number.
    public var shape: [Int] { array.shape }
    /// Elements between neighbours along each axis; 0 where an axis repeats one element.
    public var strides: [Int] { array.strides }
    /// Elements of the storage before the first one.
    public var offset: Int { array.offset }
    /// The numbers of the memory that this tensor is a view of, in their order there; a copy, to look at. Views share
    /// it: a row that is repeated a thousand times has its numbers in it once. (The book's `storage()`.)
    public var storage: [Float] { array.storage }
    /// Number of axes.
    public var rank: Int { array.rank }
    /// Number of elements.
    public var count: Int { array.count }
    /// All elements in row-major order.
    public var scalars: [Float] { array.scalars }
    /// The only element of a tensor that has one.
    public var item: Float { array.item }
}

// MARK: Making one

extension Tensor {
    /// A tensor of the given shape from its elements in row-major order.
    public init(shape: [Int], _ scalars: [Float]) { self.init(NDArray(shape: shape, scalars)) }
    /// A single number, rank 0.
    public init(_ scalar: Float) { self.init(NDArray(scalar)) }
    /// A vector, [n].
    public init(_ scalars: [Float]) { self.init(NDArray(scalars)) }
    /// A matrix, [rows, columns]; rows of different lengths are refused.
    public init(_ rows: [[Float]]) { self.init(NDArray(rows)) }
    /// A stack of matrices, [n, rows, columns].
    public init(_ blocks: [[[Float]]]) { self.init(NDArray(blocks)) }

    /// Bytes as floats, 0...255.
    public init(_ bytes: ByteTensor) { self.init(NDArray<Float>(bytes)) }
    /// Whole numbers as floats.
    public init(_ numbers: IntTensor) { self.init(NDArray<Float>(numbers)) }
    /// True is 1, false is 0.
    public init(_ mask: BoolTensor) { self.init(NDArray<Float>(mask)) }

    public static func full(_ value: Float, _ shape: [Int]) -> Tensor {
        Tensor(NDArray(repeating: value, shape: shape))
    }
    public static func zeros(_ shape: [Int]) -> Tensor { full(0, shape) }
    public static func zeros(_ shape: Int...) -> Tensor { zeros(shape) }
    public static func ones(_ shape: [Int]) -> Tensor { full(1, shape) }
    public static func ones(_ shape: Int...) -> Tensor { ones(shape) }

    /// 0, 1, 2, … count - 1
    public static func arange(_ count: Int) -> Tensor {
        require(count >= 0, "arange(\(count))", "a count cannot be negative")
        return Tensor((0..<count).map { Float($0) })
    }

    /// `count` numbers from `start` to `end`, both included, evenly spaced.
    public static func linspace(_ start: Float, _ end: Float, _ count: Int) -> Tensor {
        require(count >= 2, "linspace(\(start), \(end), \(count))", "it needs at least the two ends")
        let step = (Double(end) - Double(start)) / Double(count - 1)
        return Tensor((0..<count).map { Float(Double(start) + Double($0) * step) })
    }

    /// The identity matrix, [n, n].
    public static func eye(_ n: Int) -> Tensor {
        Tensor(
            array: NDArray<Float>(
                shape: [n, n],
                initializingWith: { numbers in
                    numbers.initialize(repeating: 0)
                    for k in 0..<n { numbers[k * (n + 1)] = 1 }
                }))
    }

    /// Standard normal random numbers.
    public static func randn(_ shape: [Int], using random: inout some RandomNumberGenerator) -> Tensor {
        Tensor(NDArray(shape: shape) { fillNormal($0, using: &random) })
    }
    public static func randn(_ shape: Int..., using random: inout some RandomNumberGenerator) -> Tensor {
        randn(shape, using: &random)
    }

    /// Uniform random numbers, `low` ≤ x < `high`.
    public static func rand(
        _ shape: [Int], low: Float = 0, high: Float = 1, using random: inout some RandomNumberGenerator
    ) -> Tensor {
        Tensor(NDArray(shape: shape) { fillUniform($0, low, high, using: &random) })
    }
    public static func rand(
        _ shape: Int..., low: Float = 0, high: Float = 1, using random: inout some RandomNumberGenerator
    ) -> Tensor {
        rand(shape, low: low, high: high, using: &random)
    }
}
