// # New axes, and a product with one loop
//
// Section 17.4 · After this page you can choose along which axis a vector is repeated, multiply matrices with a single
// loop, and write a dense layer in one line.

import Figures
import Notebook
import Tensors

// A vector has one number for each column, and is added to every row. For one number for each *row*, it has to stand
// upright: as a table with three rows and one column. `unsqueezed(1)` puts a new axis of length 1 in place 1. The
// numbers stay where they are, in the same order; there is one more index now, and it is always 0.

extension Foundations {
    func newAxes() {
        let m = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        let c = Tensor([10, 20, 30])
        show(c.unsqueezed(1), "c.unsqueeze(1)")
        show(
            c.unsqueezed(1) + m, "c.unsqueeze(1) + m, as in the book",
            ask: "m has the rows 1 2 3, 4 5 6, 7 8 9; c = 10 20 30 is added as a column. Which nine numbers come out?")

        // Without `unsqueezed`, missing axes are added in front. So plain c + m is the same as c.unsqueezed(0) + m:
        show((c.unsqueezed(0) + m .== c + m).all, "c.unsqueezed(0) + m equals c + m")

        // The same can be written in brackets: `.newAxis` where the new axis should be (Python's `None`), and
        // `.ellipsis` for all axes that are not mentioned (Python's `...`):
        var table = TextTable(["Python", "here", "in brackets", "shape"])
        let ways: [(String, String, String, Tensor, Tensor)] = [
            ("c", "c", "c[0...]", c, c[0...]),
            ("c.unsqueeze(0), c[None,:], c[None]", "c.unsqueezed(0)", "c[.newAxis]", c.unsqueezed(0), c[.newAxis]),
            ("c.unsqueeze(1), c[:,None]", "c.unsqueezed(1)", "c[0..., .newAxis]", c.unsqueezed(1), c[0..., .newAxis]),
            ("c[...,None]", "c.unsqueezed(-1)", "c[.ellipsis, .newAxis]", c.unsqueezed(-1), c[.ellipsis, .newAxis]),
        ]
        for (python, method, brackets, x, y) in ways {
            table.add(python, method, brackets, "\(x.shape)" + (x.shape == y.shape ? "" : " or \(y.shape)"))
        }
        show(
            table, "Ways to write a new axis",
            predict: .shape("c has the shape [3]. What is the shape of c[0..., .newAxis]?", c[0..., .newAxis].shape))

        // The opposite is `squeezed`: it takes an axis of length 1 away again.
        show(c.unsqueezed(1).squeezed(1).shape, "the shape of c.unsqueezed(1).squeezed(1)")
    }
}

// Now one more loop of the matrix product can go. Row i of the result belongs to row i of a, so think of that row
// alone. Number k of it is multiplied with all of row k of b. Stood upright it is [ac, 1]; times b, which is [ac, bc],
// each of its numbers meets all numbers of a row of b. Then the columns are summed, over axis 0:

/// A matrix product by one loop over the rows of a, and broadcasting. (The book's third `matmul`.)
public enum Broadcasting {
    /// Row i of c = Σₖ a[i, k] · row k of b: a [ar, ac] · b [ac, bc] → [ar, bc]
    public static func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
        let (ar, _, bc) = productSizes(a, b)
        var c = Tensor.zeros(ar, bc)
        for i in 0..<ar { c[i] = (a[i].unsqueezed(-1) * b).sum(axis: 0) }
        return c
    }
}

extension Foundations {
    func oneLoopLeft() {
        let (m1, m2) = testMatrices
        show(
            (m1[0].unsqueezed(-1) * m2).shape, "the products of row 0 with all columns, before they are summed",
            ask: "A row of 784 numbers, unsqueezed(-1), times a [784, 10]: what is the shape?")
        show(
            largestDifference(Broadcasting.matmul(m1, m2), m1.matmul(m2)),
            "largest difference from the engine's product")
        let time = Timing(loops: run.size(quick: 1, usual: 20)) { Broadcasting.matmul(m1, m2) }
        show(time, "in the book 357 µs ± 7.2 µs")

        // The book's text says that this is 3,700 times as fast as its first version. Its own times, 1.15 s and 357 µs,
        // say 3,200; one of the two must be from another run. (erratum)
        show(
            "\(shortened(byThreeLoops.milliseconds / time.best)) times (milliseconds divided by milliseconds)",
            "faster than three loops through brackets, here")
    }
}

// We have everything that section 17.1 was waiting for. The transpose turns rows of weights into columns, the product
// multiplies, and broadcasting adds the bias to each row:

/// A dense layer: y = x·wᵀ + b.
///
/// x [batch, inputs] · weights [neurons, inputs] · bias [neurons] → [batch, neurons]
public func denseLayer(_ x: Tensor, weights: Tensor, bias: Tensor) -> Tensor {
    Broadcasting.matmul(x, weights.T) + bias
}

extension Foundations {
    func theLayerInOneLine() {
        var random = run.random
        let (x, w) = (Tensor.randn(5, 784, using: &random), Tensor.randn(10, 784, using: &random))
        let b = Tensor.randn(10, using: &random)
        let ofLists = denseLayer(
            (0..<5).map { x[$0].scalars }, weights: (0..<10).map { w[$0].scalars }, bias: b.scalars)
        show(
            largestDifference(denseLayer(x, weights: w, bias: b), Tensor(ofLists)),
            "largest difference between the layer of lists and x·wᵀ + b")
    }
}
