// Elements of one type as elements of another. Nothing is converted silently: a byte image
// becomes a `Tensor`, a mask becomes ones and zeros, only where the code says so.

import Kernels

extension NDArray {
    /// Every element converted, row-major.
    @inline(__always)
    private init<Conversion: ElementConversion>(_ x: NDArray<Conversion.From>, _: Conversion.Type)
    where Conversion.From: ArrayElement, Conversion.To == Element {
        self.init(uninitialized: x.shape)
        convert(Conversion.self, shape: x.shape, out: memory.base, x.base, strides: x.strides)
    }
}

extension NDArray<Float> {
    public init(_ bytes: ByteTensor) { self.init(bytes, WholeToFloat<UInt8>.self) }
    public init(_ numbers: IntTensor) { self.init(numbers, WholeToFloat<Int>.self) }
    /// True is 1, false is 0.
    public init(_ mask: BoolTensor) { self.init(mask, TruthToNumber<Float>.self) }
}

extension NDArray<Int> {
    public init(_ bytes: ByteTensor) { self.init(bytes, ByteToInt.self) }
    /// True is 1, false is 0.
    public init(_ mask: BoolTensor) { self.init(mask, TruthToNumber<Int>.self) }
    /// Rounds toward zero; NaN and numbers outside the range of Int are refused.
    public init(_ tensor: Tensor) {
        tensor.requireWithin(-9.2e18, 9.2e18, "IntTensor")
        self.init(tensor.array, FloatToWhole<Int>.self)
    }
}

extension NDArray<UInt8> {
    /// Rounds toward zero; numbers outside 0..<256 are refused.
    public init(_ tensor: Tensor) {
        tensor.requireWithin(0, 255.99998, "ByteTensor")
        self.init(tensor.array, FloatToWhole<UInt8>.self)
    }
}

private enum WholeToFloat<Whole: BinaryInteger>: ElementConversion {
    static func convert(_ x: Whole) -> Float { Float(x) }
}
private enum FloatToWhole<Whole: BinaryInteger>: ElementConversion {
    static func convert(_ x: Float) -> Whole { Whole(x) }
}
private enum ByteToInt: ElementConversion {
    static func convert(_ x: UInt8) -> Int { Int(x) }
}
private enum TruthToNumber<Number: Numeric>: ElementConversion {
    static func convert(_ x: Bool) -> Number { x ? 1 : 0 }
}
private enum Negation: ElementConversion {
    static func convert(_ x: Bool) -> Bool { !x }
}

extension NDArray<Bool> {
    /// Elementwise and, or, not.
    public static func .& (a: BoolTensor, b: BoolTensor) -> BoolTensor { combine(a, b, "and", .and) }
    public static func .| (a: BoolTensor, b: BoolTensor) -> BoolTensor { combine(a, b, "or", .or) }
    public static prefix func .! (a: BoolTensor) -> BoolTensor { BoolTensor(a, Negation.self) }

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
