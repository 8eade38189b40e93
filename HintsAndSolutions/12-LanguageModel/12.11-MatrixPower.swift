// Nudge: How do you get to the power of 13 with the squares w², w⁴ and w⁸ at hand? 13 is 8 + 4 + 1, its binary digits
//   are 1101.
// Idea: Go through the binary digits of k, from the last to the first. Keep two matrices: the square that belongs to
//   the digit, and the product of all squares whose digit was 1.
// Almost: `var (square, product, rest) = (w, Tensor.eye(w.shape[0]), k)`, and while rest is above 0: if it is odd,
//   multiply the product by the square; then square the square, and halve rest.

import Tensors

public func matrixPower(_ w: Tensor, _ k: Int) throws -> Tensor {
    var (square, product, rest) = (w, Tensor.eye(w.shape[0]), k)
    while rest > 0 {
        if rest % 2 == 1 { product = product.matmul(square) }
        rest /= 2
        if rest > 0 { square = square.matmul(square) }  // the last one would not be used, and may overflow
    }
    return product
}
