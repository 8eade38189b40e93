// # Computing an equation
//
// Section 17.6 · After this page you can compute any product of tensors with views, broadcasting and sums.

import Figures
import Notebook
import Tensors

// How do we compute `ik,kj->ij`, or anything else that can be written so? Three letters occur: i, j, k. Think of one
// large table with an axis for each of them. In cell [i, j, k] belongs a[i, k] · b[k, j]. Then sum over k, and we are
// done.
//
// The table is a job for broadcasting. If a stands there as [i, 1, k], and b as [1, j, k], then a * b is [i, j, k], and
// has the right product in each cell. So each operand has to be brought into the order of the letters, with an axis of
// length 1 for each letter that it does not have. Neither of these moves a number: a new axis is a view, and so are
// axes in another order (`permuted`), just as the transpose is.
//
// One thing comes first. If an operand has a letter twice, as in `ii->i`, we want the elements where both indices are
// equal, the diagonal. From element [i, i] to the next it is one step along both axes. So this is a view as well: one
// axis in place of two, whose stride is the sum of theirs. The engine calls it `diagonal(_:_:)`, and puts the axis
// last:

extension Foundations {
    func diagonalIsAView() {
        let m = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        show(m.diagonal(0, 1), "the diagonal of a 3 × 3 matrix")
        show(
            m.diagonal(0, 1).strides, "the stride of the diagonal",
            predict: .numbers("m is [3, 3] with the strides 3 and 1. What is the stride of its diagonal?", [4]))
        let byHand = (0..<3).map { element(m, at: [$0, $0]) }
        show(byHand == m.diagonal(0, 1).scalars, "element [i, i] for each i, by hand")
    }
}

// To keep track of which axis is which, a tensor is kept together with the letters of its axes. Then the diagonal of
// any letter that occurs twice is:

/// A tensor with a letter for each of its axes.
struct Lettered {
    let tensor: Tensor
    let letters: [Character]

    /// The same with each letter once: two axes of one letter become their diagonal, the last axis.
    var withoutRepeats: Lettered {
        for (first, letter) in letters.enumerated() {
            let last = letters.lastIndex(of: letter)!
            if last == first { continue }
            let others = letters.indices.filter { $0 != first && $0 != last }.map { letters[$0] }
            return Lettered(tensor: tensor.diagonal(first, last), letters: others + [letter]).withoutRepeats
        }
        return self
    }
}

// Next, the axes in the order of the large table, and new ones where a letter is missing:

extension Lettered {
    /// A view with an axis for each letter of `order`; of length 1 where this tensor does not have the letter.
    func aligned(to order: [Character]) -> Tensor {
        let present = order.filter(letters.contains)
        let sorted = tensor.permuted(present.map { letters.firstIndex(of: $0)! })
        return order.indices.reduce(sorted) { view, place in
            letters.contains(order[place]) ? view : view.unsqueezed(place)
        }
    }
}

// And now all of it. The order of the letters is: first those of the result, then those that are summed over. So the
// axes that are summed are the last ones. (`try!` in the product says that its string cannot be wrong; `productSizes`
// has made sure that the tensors fit.)

/// Products of tensors, written in letters. (The book uses PyTorch's `einsum`.)
public enum EinsteinSummation {
    /// Any equation with an arrow, by one large product of which a part of the axes is summed.
    /// - Throws: ``EquationError`` if the string is wrong, or the tensors do not fit it.
    public static func einsum(_ text: String, _ operands: [Tensor]) throws -> Tensor {
        let equation = try Equation(text)
        let letters = try equation.lengths(operands.map(\.shape)).keys.sorted()
        let order = equation.result + letters.filter { !equation.result.contains($0) }
        let aligned = zip(operands, equation.operands).map {
            Lettered(tensor: $0, letters: $1).withoutRepeats.aligned(to: order)
        }
        let product = aligned.dropFirst().reduce(aligned[0]) { $0 * $1 }
        let summed = Array(equation.result.count..<order.count)
        return summed.isEmpty ? product : product.sum(axes: summed)
    }
    public static func einsum(_ text: String, _ operands: Tensor...) throws -> Tensor { try einsum(text, operands) }

    /// The matrix product. (The book's fourth `matmul`.) a [ar, ac] · b [ac, bc] → [ar, bc]
    public static func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
        _ = productSizes(a, b)
        return try! einsum("ik,kj->ij", a, b)
    }
}

extension Foundations {
    func oursAndTheEngines() throws {
        // All strings of the section, with random tensors (`draw` makes one of a shape), ours beside the engine's:
        var random = run.random
        func draw(_ shape: Int...) -> Tensor { .randn(shape, using: &random) }
        let (a, b, c, square) = (draw(2, 3), draw(3, 4), draw(2, 4), draw(3, 3))
        let (v, w) = (draw(3), draw(3))
        var table = TextTable(["string", "operands", "result", "largest difference"])
        let cases: [(String, [Tensor])] = [
            ("ik,kj->ij", [a, b]), ("ij->ji", [a]), ("ij->i", [a]), ("ii->i", [square]), ("ii->", [square]),
            ("i,i->", [v, w]), ("i,j->ij", [v, w]), ("bi,ij,bj->b", [a, b, c]),
            ("bik,bkj->bij", [draw(5, 2, 3), draw(5, 3, 4)]), ("ck,kij->cij", [a, draw(3, 6, 6)]),
        ]
        for (text, operands) in cases {
            let ours = try EinsteinSummation.einsum(text, operands)
            table.add(
                text, operands.map { "\($0.shape)" }.joined(separator: " "), "\(ours.shape)",
                largestDifference(ours, einsum(text, operands)))
        }
        show(
            table, "Ours and the engine's",
            predict: .shape("a is [2, 3], b is [3, 4], c is [2, 4]. What is the shape of bi,ij,bj->b?", [2]))

        // And entry 1 of the bilinear form once more, with loops, as its formula says:
        var sum: Float = 0
        for i in 0..<3 { for j in 0..<4 { sum += a[1, i].item * b[i, j].item * c[1, j].item } }
        let form = try EinsteinSummation.einsum("bi,ij,bj->b", a, b, c)
        show(abs(form[1].item - sum) < 1e-5, "Σᵢ Σⱼ a[1,i]·b[i,j]·c[1,j] agrees")
    }
}
