// Exercise 17.24 · With pen and paper
// Section 17.9, further research 2: Chapters/17-Foundations/09d-LinearGradient.swift

import Practice
import Tensors

/// The bilinear form of section 17.6 has three operands: y[n] = Σᵢ Σⱼ a[n,i] · w[i,j] · b[n,j]. Derive the gradients of
/// all three, with indices, from the gradient g[n] of y, and compute them. No `backward()`.
///
/// a [n, i] · w [i, j] · b [n, j] · g [n] → gradients of the shapes of a, w and b
///
/// With a single item, a = [[1, 2]], w = [[1], [10]], b = [[3]] and g = [1]: da = [[3, 30]], dw = [[3], [6]] and
/// db = [[21]].
public func bilinearGradients(
    _ a: Tensor, _ w: Tensor, _ b: Tensor, g: Tensor
) throws -> (da: Tensor, dw: Tensor, db: Tensor) {
    throw Unanswered("17.24")
}
