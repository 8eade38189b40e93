// Elements of one type as elements of another. Nothing is converted silently: a byte image
// becomes a `Tensor`, a mask becomes ones and zeros, only where the code says so.

import Kernels

extension NDArray {
    /// Every element through `f`, row-major.
    @inline(__always)
    func mapped<Other: ArrayElement>(_ f: (Element) -> Other) -> NDArray<Other> {
        let result = NDArray<Other>(uninitialized: shape)
        convert(shape: shape, out: result.memory.base, base, strides: strides, f)
        return result
    }
}

extension NDArray<Float> {
    public init(_ bytes: ByteTensor) { self = bytes.mapped { Float($0) } }
    public init(_ numbers: IntTensor) { self = numbers.mapped { Float($0) } }
    /// True is 1, false is 0.
    public init(_ mask: BoolTensor) { self = mask.mapped { $0 ? 1 : 0 } }
}

extension NDArray<Int> {
    public init(_ bytes: ByteTensor) { self = bytes.mapped { Int($0) } }
    /// True is 1, false is 0.
    public init(_ mask: BoolTensor) { self = mask.mapped { $0 ? 1 : 0 } }
    /// Rounds toward zero; NaN and numbers outside the range of Int are refused.
    public init(_ tensor: Tensor) {
        tensor.requireWithin(-9.2e18, 9.2e18, "IntTensor")
        self = tensor.array.mapped { Int($0) }
    }
}

extension NDArray<UInt8> {
    /// Rounds toward zero; numbers outside 0..<256 are refused.
    public init(_ tensor: Tensor) {
        tensor.requireWithin(0, 255.99998, "ByteTensor")
        self = tensor.array.mapped { UInt8($0) }
    }
}

extension NDArray<Bool> {
    /// Elementwise and, or, not.
    public static func .& (a: BoolTensor, b: BoolTensor) -> BoolTensor { combine(a, b, "and", .and) }
    public static func .| (a: BoolTensor, b: BoolTensor) -> BoolTensor { combine(a, b, "or", .or) }
    public static prefix func .! (a: BoolTensor) -> BoolTensor { a.mapped { !$0 } }

    private static func combine(
        _ a: BoolTensor, _ b: BoolTensor, _ name: String, _ connective: Connective
    ) -> BoolTensor {
        let shape = broadcastShape(a.shape, b.shape, name)
        let (a, b) = (a.expanded(to: shape), b.expanded(to: shape))
        let result = BoolTensor(uninitialized: shape)
        Kernels.combine(
            connective, shape: shape, out: result.memory.base, a.base, strides: a.strides, b.base, strides: b.strides)
        return result
    }
}

extension Tensor {
    func requireWithin(_ low: Float, _ high: Float, _ type: String) {
        guard count > 0 else { return }
        let bad = array.withContiguous { $0.first { !($0 >= low && $0 <= high) } }
        if let bad { stop("\(type) of \(shape)", "\(bad) does not fit") }
    }
}
