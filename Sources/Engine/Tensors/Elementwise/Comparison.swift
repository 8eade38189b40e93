// # Comparisons make masks, and masks choose
//
//     preds .> 0.5             true or false for every element (the dot, as in Swift's SIMD types, says
//                              "element by element")
//     Tensor.where(m, a, b)    a where m is true, else b

import Kernels

extension Tensor {
    public static func .< (a: Tensor, b: Tensor) -> BoolTensor { comparing(.less, ".<", a.array, b.array) }
    public static func .<= (a: Tensor, b: Tensor) -> BoolTensor { comparing(.lessOrEqual, ".<=", a.array, b.array) }
    public static func .> (a: Tensor, b: Tensor) -> BoolTensor { comparing(.greater, ".>", a.array, b.array) }
    public static func .>= (a: Tensor, b: Tensor) -> BoolTensor { comparing(.greaterOrEqual, ".>=", a.array, b.array) }
    public static func .== (a: Tensor, b: Tensor) -> BoolTensor { comparing(.equal, ".==", a.array, b.array) }
    public static func .!= (a: Tensor, b: Tensor) -> BoolTensor { comparing(.notEqual, ".!=", a.array, b.array) }

    public static func .< (a: Tensor, b: Float) -> BoolTensor { a .< Tensor(b) }
    public static func .<= (a: Tensor, b: Float) -> BoolTensor { a .<= Tensor(b) }
    public static func .> (a: Tensor, b: Float) -> BoolTensor { a .> Tensor(b) }
    public static func .>= (a: Tensor, b: Float) -> BoolTensor { a .>= Tensor(b) }
    public static func .== (a: Tensor, b: Float) -> BoolTensor { a .== Tensor(b) }
    public static func .!= (a: Tensor, b: Float) -> BoolTensor { a .!= Tensor(b) }

    /// y = a where the mask is true, else b, all broadcast   ⇒   dy goes to the chosen one
    public static func `where`(_ mask: BoolTensor, _ a: Tensor, _ b: Tensor) -> Tensor {
        let shape = broadcastShape(broadcastShape(a.shape, b.shape, "where"), mask.shape, "where")
        let (m, x, y) = (mask.expanded(to: shape), a.array.expanded(to: shape), b.array.expanded(to: shape))
        let result = NDArray<Float>(uninitialized: shape)
        select(
            shape: shape, out: result.memory.base, m.base, strides: m.strides,
            x.base, strides: x.strides, y.base, strides: y.strides)
        return Tensor(array: result).recorded(
            "where", a, b,
            { dy in Tensor.where(mask, dy, 0) }, { dy in Tensor.where(mask, 0, dy) })
    }

    public static func `where`(_ mask: BoolTensor, _ a: Tensor, _ b: Float) -> Tensor {
        Tensor.where(mask, a, Tensor(b))
    }
    public static func `where`(_ mask: BoolTensor, _ a: Float, _ b: Tensor) -> Tensor {
        Tensor.where(mask, Tensor(a), b)
    }
}

extension NDArray where Element: Comparable {
    public static func .< (a: NDArray, b: NDArray) -> BoolTensor { comparing(.less, ".<", a, b) }
    public static func .<= (a: NDArray, b: NDArray) -> BoolTensor { comparing(.lessOrEqual, ".<=", a, b) }
    public static func .> (a: NDArray, b: NDArray) -> BoolTensor { comparing(.greater, ".>", a, b) }
    public static func .>= (a: NDArray, b: NDArray) -> BoolTensor { comparing(.greaterOrEqual, ".>=", a, b) }
    public static func .== (a: NDArray, b: NDArray) -> BoolTensor { comparing(.equal, ".==", a, b) }
    public static func .!= (a: NDArray, b: NDArray) -> BoolTensor { comparing(.notEqual, ".!=", a, b) }

    public static func .< (a: NDArray, b: Element) -> BoolTensor { a .< NDArray(b) }
    public static func .<= (a: NDArray, b: Element) -> BoolTensor { a .<= NDArray(b) }
    public static func .> (a: NDArray, b: Element) -> BoolTensor { a .> NDArray(b) }
    public static func .>= (a: NDArray, b: Element) -> BoolTensor { a .>= NDArray(b) }
    public static func .== (a: NDArray, b: Element) -> BoolTensor { a .== NDArray(b) }
    public static func .!= (a: NDArray, b: Element) -> BoolTensor { a .!= NDArray(b) }
}

private func comparing<Element: ArrayElement & Comparable>(
    _ comparison: Comparison, _ name: String, _ a: NDArray<Element>, _ b: NDArray<Element>
) -> BoolTensor {
    let shape = broadcastShape(a.shape, b.shape, name)
    let (x, y) = (a.expanded(to: shape), b.expanded(to: shape))
    let result = BoolTensor(uninitialized: shape)
    compare(comparison, shape: shape, out: result.memory.base, x.base, strides: x.strides, y.base, strides: y.strides)
    return result
}

extension NDArray: Equatable where Element: Equatable {
    /// True if both have the same shape and equal elements.
    public static func == (a: NDArray, b: NDArray) -> Bool { a.shape == b.shape && a.scalars == b.scalars }
}
