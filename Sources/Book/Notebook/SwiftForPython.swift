// # Swift for people who know Python
//
// The Swift that the chapters use, beside the Python that does the same. After this page you can read every chapter.
//
// Swift is compiled: types are checked before anything runs, and the sum of a tensor and a list is refused then. `let` names a
// value that stays, `var` one that changes. Every result on this page is from a run.

import Figures
import Tensors

// #hide
/// This page. It is told and run like a page of a chapter.
public final class SwiftForPython: Chapter {
    public static let number = 0
    public static let title = "Swift for people who know Python"
    public static let sections = [
        Section<SwiftForPython>(
            title, SwiftForPython.lists, SwiftForPython.closures, SwiftForPython.functions, SwiftForPython.optionals,
            SwiftForPython.errors, SwiftForPython.values, SwiftForPython.tensors, SwiftForPython.pages)
    ]

    let run: Run

    public init(_ run: Run) { self.run = run }
}

extension SwiftForPython {
    func lists() {
        // ## Lists and ranges
        //
        // A range `a..<b` does not include its end, as in Python; `a...b` does. A list has no negative indices, but a
        // tensor has.
        let digits = [3, 7, 8, 7]

        // #hide
        show(
            sideBySide([
                ("digits[0]", "digits[0]", digits[0]),
                ("digits[-1]", "digits.last!", digits.last!),
                ("digits[1:3]", "digits[1..<3]", digits[1..<3]),
                ("digits[1:]", "digits[1...]", digits[1...]),
                ("digits[:2]", "digits[..<2]", digits[..<2]),
                ("digits[-2:]", "digits.suffix(2)", digits.suffix(2)),
                ("digits + [1]", "digits + [1]", digits + [1]),
                ("len(digits)", "digits.count", digits.count),
                ("7 in digits", "digits.contains(7)", digits.contains(7)),
                ("sorted(digits)", "digits.sorted()", digits.sorted()),
                ("list(range(4))", "Array(0..<4)", Array(0..<4)),
                (
                    "list(range(0, 10, 5))", "Array(stride(from: 0, to: 10, by: 5))",
                    Array(stride(from: 0, to: 10, by: 5))
                ),
            ]))
    }

    func closures() {
        // ## Comprehensions and closures
        //
        // Braces around code make a *closure*, Python's lambda. Its first argument is `$0`, its second `$1`, unless it
        // names them: `{ x, y in x + y }`. A closure that is the last argument stands behind the parentheses.
        let digits = [3, 7, 8, 7]

        // #hide
        show(
            sideBySide([
                ("[2 * d for d in digits]", "digits.map { 2 * $0 }", digits.map { 2 * $0 }),
                ("[d for d in digits if d > 3]", "digits.filter { $0 > 3 }", digits.filter { $0 > 3 }),
                ("all(d > 2 for d in digits)", "digits.allSatisfy { $0 > 2 }", digits.allSatisfy { $0 > 2 }),
                ("sum(digits)", "digits.reduce(0, +)", digits.reduce(0, +)),
                (
                    "[a + b for a, b in zip(digits, [1, 2])]", "zip(digits, [1, 2]).map { $0 + $1 }",
                    zip(digits, [1, 2]).map { $0 + $1 }
                ),
                (
                    "[i for i, _ in enumerate(digits)]", "digits.enumerated().map { $0.offset }",
                    digits.enumerated().map { $0.offset }
                ),
                ("(lambda x: x * x)(3)", "{ (x: Int) in x * x }(3)", { (x: Int) in x * x }(3)),
                ("f\"{len(digits)} digits\"", "\"\\(digits.count) digits\"", "\(digits.count) digits"),
            ]))
    }
}

// ## Functions, labels, tuples
//
// A *label* belongs to the name of the function and is written in the call; `_` means that there is none. In Python, this
// would be `def extremes(numbers, decimals=1)`, returning `(smallest, largest)`:

/// The smallest and the largest number, as texts.
func extremes(of numbers: [Float], decimals: Int = 1) -> (smallest: String, largest: String) {
    let texts = [numbers.min()!, numbers.max()!].map { Double($0).cellText(decimals: decimals) }
    return (texts[0], texts[1])
}

extension SwiftForPython {
    func functions() {
        // A tuple is taken apart as in Python; its parts may also have names.
        let (smallest, largest) = extremes(of: [2, 1, 6])
        show("\(smallest) and \(largest)")
        show(extremes(of: [2, 1, 6], decimals: 2).largest, "the second part alone")
    }

    func optionals() {
        // ## Optionals
        //
        // Where Python has None, Swift has `nil`, and only where the type says so: an `Int?` is an Int or nothing. A
        // dictionary gives an optional, and so does a tensor's gradient, `x.grad`. `!` takes the value, and ends
        // the program when there is none; `??` says what to take then.
        let counts = ["three": 6131, "seven": 6265]

        // #hide
        show(
            sideBySide([
                ("counts[\"three\"]", "counts[\"three\"]!", counts["three"]!),
                ("counts.get(\"eight\")", "counts[\"eight\"]", counts["eight"] as Any),
                ("counts.get(\"eight\", 0)", "counts[\"eight\"] ?? 0", counts["eight"] ?? 0),
            ]))

        // `if let` asks whether there is a value, and names it:
        if let sevens = counts["seven"] { show(sevens, "there are sevens") }
    }
}

// ## Errors
//
// A function that may fail says `throws`, and its call says `try`. Python's `raise` is `throw`, its `except` is `catch`. A page
// of a chapter throws on, and the run ends with the message.

/// A text that is no number.
struct RefusedText: Error { let text: String }

// `guard` leaves the function unless there is a value:

/// Half of a number that is given as text.
func half(of text: String) throws -> Int {
    guard let number = Int(text) else { throw RefusedText(text: text) }
    return number / 2
}

extension SwiftForPython {
    func errors() throws {
        show(try half(of: "12"))
        do { show(try half(of: "twelve")) } catch let error as RefusedText { show(error.text, "no number") }
    }
}

// ## Values, and &
//
// Arrays, tensors and `struct`s are *values*: a copy is independent, where in Python both names would mean the same
// list. A function changes its argument only if that is `inout`, and the call shows it with `&`:

/// Makes a number twice as large.
func double(_ number: inout Int) { number *= 2 }

extension SwiftForPython {
    func values() {
        var number = 21
        double(&number)
        show(number)

        let weights = [1, 2]
        var copy = weights
        copy[0] = 9
        show("\(weights) and \(copy)", "a list and its changed copy")

        // A generator of random numbers goes on with every number that it draws, so it is handed over with `&`, too.
        // Nothing is random behind your back. `run.random` begins with the run's seed every time:
        var random = run.random
        var again = run.random
        show(Tensor.rand(3, using: &random) .== Tensor.rand(3, using: &again), "the same seed, the same numbers")

        // A `class` is shared, as in Python: a model, an optimizer, a `Parameter`. Python's `self.` is left out
        // where it is clear, and an `extension` adds methods to a type from anywhere: every page of a chapter is one.
    }

    func tensors() {
        // ## Tensors
        //
        // Arithmetic goes element by element, with the operators of Python. So do comparisons, with a dot in front; `<`
        // without it compares two numbers.
        let a = Tensor([1, 2, 3, 4])
        let m = Tensor([[1, 2], [3, 4]])
        let w = Tensor([3]).requiringGrad()

        // #hide
        show(
            sideBySide([
                ("a < 3", "a .< 3", a .< 3),
                ("a == a", "a .== a", a .== a),
                ("a[-1].item()", "a[-1].item", a[-1].item),
                ("m[:, 1]", "m[0..., 1]", m[0..., 1]),
                ("m.T[1]", "m.T[1]", m.T[1]),
                ("m @ m[0]", "m.matmul(m[0])", m.matmul(m[0])),
                ("m.mean(0)", "m.mean(axis: 0)", m.mean(axis: 0)),
                ("m.view(-1)", "m.reshaped(-1)", m.reshaped(-1)),
                ("w.detach()", "w.detached()", w.detached()),
            ]))

        // `tensor([3.]).requires_grad_()` is `Tensor([3]).requiringGrad()`, `with torch.no_grad():` is `noGrad { … }`.
        (w * w).sum().backward()
        show(w.grad!, "w.grad, an optional: nil before backward")
    }

    func pages() {
        // ## What is ours
        //
        // Some words in the chapters are not Swift's but this book's:
        //
        // - `show(value, "caption")` prints and keeps what it printed; with `ask:` or `predict:`, `--predict` asks first.
        // - `record("name", value, book: 0.95)` keeps a number beside the book's.
        // - `run.size(quick: 1, usual: 10, full: 40)` is one of the three, by the size of the run.
        // - `run.overSeeds(5) { random in … }` does something with five generators.
        // - `weight.update { value, grad in value -= grad * 0.1 }` changes a parameter by its gradient, untracked.
        // - `EpochReporting.silently { … }` trains without a table of epochs.
        let rounds = run.size(quick: 1, usual: 10, full: 40)
        show(rounds, "rounds in a run of the usual size")
    }

    // MARK: Helpers

    /// Python and Swift, and what both give.
    private func sideBySide(_ rows: [(python: String, swift: String, gives: Any)]) -> TextTable {
        var table = TextTable(["Python", "Swift", "gives"])
        for (python, swift, gives) in rows { table.add(python, swift, valueText(gives)) }
        return table
    }
}
