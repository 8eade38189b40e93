// Exercise 14.8 · A 1 × 1 convolution in one equation
// Section 14.5, further research 2: Chapters/14-ResidualNets/05-OneByOne.swift

import Practice
import Tensors

/// The book's second item of further research: a 1 × 1 convolution by Einstein summation. x [n, channels, h, w], weight
/// [filters, channels, 1, 1], bias [filters] or nil → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]. It is what `conv2d`
/// gives without padding, and a stride of s takes the rows and columns 0, s, 2 s and so on. `conv2d` itself is not to
/// be used.
///
/// `einsum(equation, a, b)` multiplies and adds as an equation says. Each letter is an axis, and the letters of each
/// operand name its axes in order. Axes with the same letter are walked together, and letters that are missing behind
/// the arrow are summed over: `einsum("ik,kj->ij", a, b)` is the matrix product. (Chapter 17 is about it.) A slice may
/// have steps: `x[0..., stride(from: 0, to: 7, by: 2)]`.
public func pointwiseByEinsum(_ x: Tensor, _ weight: Tensor, bias: Tensor?, stride: Int) throws -> Tensor {
    throw Unanswered("14.8")
}
