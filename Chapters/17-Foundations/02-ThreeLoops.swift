// # Matrix multiplication from scratch
//
// Section 17.2 · After this page you can multiply matrices with three loops, and say why inner sizes must agree.

import Figures
import Notebook
import Tensors

// The product of a matrix with `ar` rows and `ac` columns and one with `br` rows and `bc` columns (the book's names)
// has `ar` rows and `bc` columns. Each of its numbers comes from one row of a and one column of b. The two are walked
// along side by side, pairs are multiplied, and the products are summed:

extension Foundations {
    func oneCell() {
        var picture = MatrixProduct(
            [[1, 2], [3, 4], [5, 6]], [[7, 8, 9, 10], [11, 12, 13, 14]], row: 2, column: 3)
        picture.title = "A row of A meets a column of B"
        show(
            picture, "One cell of a product",
            predict: .count("The row 3, 4 meets the column 9, 13. What is their number in the product?", 79))

        // That is why inner sizes have to agree: a row of A is as long as A has columns, a column of B is as long as B
        // has rows, and without a partner for every number there is nothing to multiply. What the outer sizes are does
        // not matter; they become the shape of the product.
    }
}

// Whoever multiplies has to check that first:

/// Rows of a, what they have in common, and columns of b. Stops the program if a row of a and a column of b differ in
/// length.
func productSizes(_ a: Tensor, _ b: Tensor) -> (ar: Int, ac: Int, bc: Int) {
    require(a.rank == 2 && b.rank == 2, "matmul \(a.shape) × \(b.shape)", "a matrix has two axes")
    let (ar, ac) = (a.shape[0], a.shape[1])
    let (br, bc) = (b.shape[0], b.shape[1])
    require(
        ac == br, "matmul \(a.shape) × \(b.shape)",
        "a row of the first has \(ac) numbers, a column of the second \(br)")
    return (ar, ac, bc)
}

// Then there are three loops. The first two go to every cell of the product, and the third one goes along its row and
// its column. All we ask of a tensor is that its numbers can be read and written, one by one:

/// A matrix product by three loops over the numbers of tensors. (The book's first `matmul`.)
public enum ThreeLoops {
    /// c[i, j] = Σₖ a[i, k] · b[k, j]
    ///
    /// a [ar, ac] · b [ac, bc] → [ar, bc]
    public static func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
        let (ar, ac, bc) = productSizes(a, b)
        var c = Tensor.zeros(ar, bc)
        for i in 0..<ar {
            for j in 0..<bc {
                for k in 0..<ac { c[i, j] += a[i, k] * b[k, j] }
            }
        }
        return c
    }
}

extension Foundations {
    func threeLoops() {
        let a = Tensor([[1, 2], [3, 4], [5, 6]])
        let b = Tensor([[7, 8, 9, 10], [11, 12, 13, 14]])
        show(ThreeLoops.matmul(a, b), "the whole product")

        // Matrices that do not fit end the program. The book has an `assert` for that; ours says what is wrong.
        // `ThreeLoops.matmul(b, a)` would print
        //
        //     matmul [2, 4] × [3, 2]: a row of the first has 4 numbers, a column of the second 3
        //
        // with the file and line of the call in front.
    }
}

// All products of this chapter are tried on the same two matrices. The first has five rows of 784 numbers, in place of
// five digits of 28 × 28 pixels, laid out flat. The second has ten columns, the weights of ten neurons. (The book's
// `m1` and `m2`.)

extension Foundations {
    /// Five rows in place of five flattened digits [5, 784], and ten neurons [784, 10].
    var testMatrices: (m1: Tensor, m2: Tensor) {
        var random = run.random
        return (.randn(5, 784, using: &random), .randn(784, 10, using: &random))
    }
}

// To compare two products, take the largest difference between numbers in the same place. (`max` passes over NaN, "not
// a number", the result of a sum that has no answer. That one must not be overlooked.)

/// The largest |a − b| of all pairs of numbers; two tensors of one shape. NaN if one of the differences is NaN.
public func largestDifference(_ a: Tensor, _ b: Tensor) -> Float {
    require(a.shape == b.shape, "comparing \(a.shape) with \(b.shape)", "the shapes differ")
    let differences = zip(a.scalars, b.scalars).map { abs($0 - $1) }
    return differences.contains(where: \.isNaN) ? .nan : differences.max() ?? 0
}

extension Foundations {
    func sameAsTheEngines() {
        let (m1, m2) = testMatrices
        let ours = ThreeLoops.matmul(m1, m2)
        show(ours.shape, "the shape of the product", ask: "What is the shape of a [5, 784] times a [784, 10]?")

        // The engine has a product, too. From here on we may use it, since we have built one. (The book writes `m1@m2`;
        // here it is `m1.matmul(m2)`.)
        let engines = m1.matmul(m2)
        show(largestDifference(ours, engines), "largest difference between ours and the engine's")

        // Not exactly 0. A `Float` has about seven digits, so each addition rounds, and the two add in another order.
        // Sums of 784 products, most of them between −60 and 60, that agree to a thousandth are the same sums:
        show(largestDifference(ours, engines) < 1e-3, "the same, up to rounding")
    }
}
