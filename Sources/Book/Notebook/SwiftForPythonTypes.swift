// # Swift's types, for people who know Python
//
// Types and protocols, the lists in braces that charts are made of, and tensors.
//
// This is the last of three pages. Before it come `SwiftForPython.swift` and `SwiftForPythonFunctions.swift`.

import Figures
import Tensors

// ## Types and protocols
//
// A `struct` is a type whose values are independent when copied, as those of numbers and arrays are. `init` is Python's
// `__init__`; a struct that does not write one gets one that takes all its properties. What is `static` belongs to the
// type, not to each value. A property with braces is computed each time that it is asked for: Python's `@property`.
// `self.` is left out, unless a local name is the same.

/// A walk of some steps.
struct Walk {
    static let unit = "steps"
    let lengths: [Float]

    /// The sum of all lengths.
    var distance: Float { lengths.reduce(0, +) }

    /// Its longest step. What may fail has a `get` that throws.
    var longest: Float {
        get throws {
            guard let longest = lengths.max() else { throw RefusedText(text: "") }
            return longest
        }
    }
}

// An `extension` adds to a type from anywhere; every page of a chapter is an extension of the chapter. A type may have
// several `init`s, told apart by their labels. What is `private` can be used only in its file, what is `public` also in
// other modules, and everything else in its own module.

extension Walk {
    /// A walk of equal steps.
    init(steps: Int, of length: Float) { self.init(lengths: Array(repeating: length, count: steps)) }
}

extension SwiftForPython {
    func structs() throws {
        let walk = Walk(steps: 3, of: 0.5)
        show("\(walk.lengths.count) \(Walk.unit), \(walk.distance) in all, at most \(try walk.longest)")
    }
}

// An object of a `class` is shared, as in Python: a second name for it is no copy. Models, optimizers, parameters and
// chapters are objects. `final` means that no class inherits from this one.
//
// A *protocol* says what a type can do: an `Optimizer` can `step` and `zeroGrad`. Python would call the method and see
// whether it is there; Swift checks before the program runs. A type names its protocols after a colon. `any Curve` is a
// value of any type that can do what `Curve` says:

/// Something that gives a number for a number.
protocol Curve { func callAsFunction(_ x: Float) -> Float }

// `callAsFunction` is Python's `__call__`: `model(x)` calls the model.

/// Adds what it has learned.
final class Adder: Curve {
    private var learned: Float

    init(learned: Float) { self.learned = learned }

    func callAsFunction(_ x: Float) -> Float { x + learned }

    func learn(_ more: Float) { learned += more }
}

/// Always the same number.
struct Constant: Curve {
    func callAsFunction(_ x: Float) -> Float { 1 }
}

extension SwiftForPython {
    func classes() {
        let adder = Adder(learned: 0)
        let same = adder
        adder.learn(1)
        show(same(2), "a class is shared")

        let curves: [any Curve] = [adder, Constant()]
        show(curves.map { $0(2) }, "a list of two types")
    }
}

// An `enum` is a type with a few values that have names. One without any values holds what is `static`, such as the
// numbers of the book.
//
// ## Angle brackets
//
// In angle brackets stand the types that a type or a function is for, as in Python's `list[int]`: `[Int]` is short for
// `Array<Int>`, and a `Layer<Tensor, Tensor>` takes a tensor and gives one. This type is for two values of any type,
// which is called `Value` here:

/// Two values of the same type.
struct Two<Value> {
    let first, second: Value
}

// An extension may be for one of these types alone. `some Curve` as the type of an argument allows every type that can
// do what `Curve` says; `inout some RandomNumberGenerator` allows every kind of generator.

extension Two<Float> {
    /// Both values as the curve changes them.
    func after(_ curve: some Curve) -> Two<Float> { Two(first: curve(first), second: curve(second)) }
}

// A function may be for every type, too:

/// The two values exchanged.
func swapped<Value>(_ two: Two<Value>) -> Two<Value> { Two(first: two.second, second: two.first) }

// `typealias` gives a type a shorter name:

typealias Words = Two<String>

extension SwiftForPython {
    func protocols() {
        let words = swapped(Words(first: "no", second: "yes"))
        show("\(words.first), \(words.second)", "a Two<String>")
        let numbers = Two<Float>(first: 1, second: 2).after(Adder(learned: 0.5))
        show("\(numbers.first), \(numbers.second)", "a Two<Float>")
    }

    func listsInBraces() {
        // ## Lists in braces
        //
        // The braces after `Chart(…)` hold a list without brackets and commas: every line in them is something to draw.
        // An array in them adds all its elements. The braces after `Line.function` are an ordinary closure:
        let chart = Chart("Squares", x: "x", y: "x²") {
            Line.function(-2...2) { $0 * $0 }
            Points([1, 2], [1, 4], "two points", colour: .red)
            [1, 4].map { Rule(y: $0) }
        }
        show(chart.series.count, "things to draw")
    }

    func tensors() {
        // ## Tensors
        //
        // Arithmetic goes element by element, with the operators of Python. So do comparisons, with a dot in front;
        // without it they compare two numbers, and `==` two lists or two whole tensors. `item` is the number in a
        // tensor that has only one, `scalars` are its numbers as an array, and `Tensor(…)` of them is a tensor again.
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

    func randomness() {
        // A generator of random numbers goes on with every number that it draws, so it is handed over with `&`. Nothing
        // is random behind your back. `run.random` begins with the run's seed every time:
        var random = run.random
        var again = run.random
        show(Tensor.rand(3, using: &random) .== Tensor.rand(3, using: &again), "the same seed, the same numbers")

        // `run.overSeeds` hands a generator to its closure, which hands it on. It has only one argument, `$0`:
        let means = run.overSeeds(3) { Tensor.rand(100, using: &$0).mean().item }
        show(means.allSatisfy { $0 > 0.3 && $0 < 0.7 }, "all three are about a half")
    }
}
