// # Elementwise arithmetic
//
// Section 17.3 · After this page you can do arithmetic on whole tensors, compare them, and turn the result into a plain
// number without being fooled by its digits.

import Figures
import Notebook
import Tensors

// Two tensors of the same shape have as many numbers in the same places. *Elementwise* arithmetic takes each pair that
// is in the same place, does one operation with it, and puts the result there. It does not matter how many axes the
// tensors have. Written once for all operations:

/// operation(a, b) for each pair of numbers in the same place, two tensors of one shape.
public func elementwise(_ operation: (Float, Float) -> Float, _ a: Tensor, _ b: Tensor) -> Tensor {
    require(
        a.shape == b.shape, "elementwise arithmetic of \(a.shape) and \(b.shape)", "the shapes differ",
        try: "two tensors of one shape")
    return Tensor(shape: a.shape, zip(a.scalars, b.scalars).map(operation))
}

extension Foundations {
    func arithmetic() {
        // The book's two vectors:
        let (a, b) = (Tensor([10, 6, -4]), Tensor([2, 8, 7]))
        show(elementwise(+, a, b), "in the book [12, 14, 3]", ask: "What is [10, 6, −4] + [2, 8, 7]?")

        // The engine has the operators themselves. They do the same, in compiled loops:
        var table = TextTable(["", "ours", "the engine's"])
        table.add("a + b", list(elementwise(+, a, b)), list(a + b))
        table.add("a - b", list(elementwise(-, a, b)), list(a - b))
        table.add("a * b", list(elementwise(*, a, b)), list(a * b))
        table.add("a / b", list(elementwise(/, a, b)), list(a / b))
        show(table, "Four operations")

        // Any number of axes. For a matrix, `*` is not the matrix product: each number meets the one in its own place.
        let m = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        show(
            m * m, "m * m, as in the book: every number squared",
            ask: "m has the rows 1 2 3, 4 5 6, 7 8 9. What is m * m?")
    }

    func comparisons() {
        // A comparison makes a tensor of truth values. Swift wants a dot before the sign, which says "element by
        // element"; without it, `a < b` would have to be a single answer:
        let (a, b) = (Tensor([10, 6, -4]), Tensor([2, 8, 7]))
        show(a .< b, "a < b, in the book [False, True, True]")
        show(a .> b, "a > b")
        show(a .== b, "a == b")

        // To get a single answer, ask whether all are true, or any:
        show(
            (a .< b).all, "(a < b).all(), in the book False",
            ask: "Is every number of [10, 6, −4] less than its partner in [2, 8, 7]?")
        show((a .== b).all, "(a == b).all(), in the book False")
        show((a .< b).any, "(a < b).any()")
        show((a + b .> b).all, "is a + b greater than b everywhere? Not where a is negative")
    }
}

// Like `all`, which makes one truth value of many, `sum` and `mean` make one number of many. They are *reductions*. By
// hand, that is one loop, here in its short form:

/// The sum of all numbers, a tensor of rank 0.
public func sum(_ x: Tensor) -> Tensor { Tensor(x.scalars.reduce(0, +)) }

extension Foundations {
    func reductions() {
        let (a, b) = (Tensor([10, 6, -4]), Tensor([2, 8, 7]))
        show(sum(a + b).item, "12 + 14 + 3 by hand")
        show((a + b).sum().item, "the engine's sum")

        // For very many numbers the two part. Add 1 to a `Float` twenty million times, and it stops at 16,777,216. The
        // next number that a `Float` can hold is 2 further on, so adding 1 changes nothing any more. The engine adds up
        // parts first:
        show(Float(16_777_216) + 1, "16,777,216 + 1 as a Float")
        show(Int(Tensor.ones(20_000_000).sum().item), "the engine's sum of twenty million ones")

        // The mean is the sum divided by the number of elements:
        show((a + b).mean(), "the mean, still a tensor")

        // A single number in a tensor is a tensor of *rank 0*. It has no axis, so its shape is empty, and still holds
        // one element. `item` takes it out, as a `Float`. (PyTorch's `all()` gives such a tensor as well, and needs
        // `.item()`; our `all` gives a `Bool` at once.)
        show((a + b).mean().shape, "the shape of a single number", ask: "What is the shape of a mean?")
        show((a + b).mean().item, "the number itself")

        // That is 29/3 = 9.66666…, is it not? The book prints 9.666666984558105. Python has only one type of number
        // with a point, of 64 bits, and so its `item` widens the 32 bits of the tensor. What it then prints are no new
        // digits. They show which number of 32 bits is nearest to 29/3. Ours shows the same if we ask for a `Double`:
        let mean = Double((a + b).mean().item)
        record(
            "elementwise/mean-of-a-plus-b", mean, book: 9.666666984558105, on: example,
            predict: .choice(
                "29/3 is rounded to 32 bits, and then printed as a number of 64 bits. What do you see?",
                ["9.666666666666666", "9.666666984558105", "9.666667"], answer: "9.666666984558105"))
        show(29.0 / 3, "29/3 in 64 bits")
        show(Float(mean - 29.0 / 3), "what rounding to 32 bits has added")

        // So of a `Float`, believe seven digits.
    }

    // MARK: Helpers

    private func list(_ x: Tensor) -> String {
        "[" + x.scalars.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" }.joined(separator: ", ") + "]"
    }
}
