// # A look-up is a product
//
// Section 8.3 · After this page you can look up a row with nothing but a matrix product.

import Figures
import Notebook
import Tensors

// Now the factors. They are two tables of random numbers, one row for each user and one for each title:
//
//     let userFactors = Tensor.randn(users.count, 5, using: &random)
//     let titleFactors = Tensor.randn(titles.count, 5, using: &random)
//
// A prediction needs the row of a user and the row of a title. Looking up a row is easy for a program. But is it for a
// model? All that the models of this book consist of is matrix products and a few functions, and for these autograd
// knows the derivative. "Take row 3" is neither, at first sight.
//
// It is one, at second sight. A *one-hot* vector is 1 at one place and 0 at all others (chapter 6 has more of them).
// `oneHotRows` makes a matrix of several, and `oneHot` a single one:

/// One row for each number: [numbers, n]
public func oneHotRows(_ numbers: [Int], _ n: Int) -> Tensor {
    require(
        numbers.allSatisfy { (0..<n).contains($0) }, "one-hot rows of length \(n) for \(numbers)",
        "there is no such place", try: "numbers from 0 to \(n - 1)")
    var rows = [Float](repeating: 0, count: numbers.count * n)
    for (row, number) in numbers.enumerated() { rows[row * n + number] = 1 }
    return Tensor(shape: [numbers.count, n], rows)
}

/// A vector of zeros with a 1 at place `i`: [n]
public func oneHot(_ i: Int, _ n: Int) -> Tensor { oneHotRows([i], n)[0] }

extension CollaborativeFiltering {
    func oneHotTimesTable() throws {
        show(
            oneHot(3, 6), "3 as a one-hot vector of 6",
            ask: "Which six numbers are the one-hot vector of place 3, counted from 0?")

        // Multiply a table with the rows of 4 users by such a vector. Each row of the table is multiplied by 0, except
        // one:
        let table: [[Float]] = [[0.3, 0.7], [-1.2, 0.4], [0.9, -0.8], [2.5, 0.1]]
        let product = oneHot(2, 4).matmul(Tensor(table))
        show(
            MatrixProduct([oneHot(2, 4).scalars], table, row: 1, column: 1),
            "A one-hot row times a table of two factors for four users: 0 · 0.3 + 0 · (-1.2) + 1 · 0.9 + 0 · 2.5",
            predict: .numbers("Row 2, counted from 0, is (0.9, -0.8). What is the product?", product.scalars))

        // With all users of this run it is the same. The book turns the table on its side first, so that the columns
        // belong to users, and multiplies from the other side:
        let count = try loaders.users.count
        var random = run.random
        let userFactors = Tensor.randn(count, 5, using: &random)
        let turned = userFactors.T.matmul(oneHot(3, count))
        show(
            turned.shape, "shape of the product",
            ask: "A table [\(count), 5], turned to [5, \(count)], times a vector of \(count): which shape has "
                + "the product?")
        show(turned, "the table, turned, times the one-hot vector of 3")
        show(userFactors[3], "row 3 of the table")
        show(
            turned.scalars == userFactors[3].scalars, "both are the same to the last bit",
            ask: "Are the product and row 3 the same to the last bit?")

        // No rounding error at all: 0 times something is 0, 1 times something is the same, and adding zeros changes
        // nothing. And several rows at once are the product of a matrix of one-hot rows and the table:
        let several = oneHotRows([3, 1, 3], count).matmul(userFactors)
        show(several.scalars == userFactors.rows([3, 1, 3]).scalars, "rows 3, 1 and 3 at once")
    }
}
