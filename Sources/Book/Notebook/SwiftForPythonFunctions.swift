// # Swift's functions, for people who know Python
//
// Functions, and the short ones in braces that take the place of lambdas and comprehensions.
//
// This is the second of three pages. `SwiftForPython.swift` comes before it, `SwiftForPythonTypes.swift` after it.

import Tensors

// ## Functions and labels
//
// A function says what types it takes, and after `->` what it gives. A *label* belongs to the function's name and is
// written in the call; `_` means that there is none. Where two words stand before the colon, the first is the label,
// the second is the argument's name inside the function. In Python, this would be `def extremes(numbers, scale=1)`, and
// return the tuple `(smallest, largest)`:

/// The smallest and the largest number, times `scale`.
func extremes(of numbers: [Float], scale: Float = 1) -> (smallest: Float, largest: Float) {
    let (smallest, largest) = (numbers.min()!, numbers.max()!)
    return (smallest * scale, largest * scale)
}

extension SwiftForPython {
    func functions() {
        let (smallest, largest) = extremes(of: [2, 1, 6])
        show("\(smallest) and \(largest)")
        show(extremes(of: [2, 1, 6], scale: 2).largest, "the second part alone")
    }
}

// Two functions may have the same name if their labels or types differ. The second does not replace the first, as it
// would in Python; the call decides which is meant. `Float...` is Python's `*numbers`. If a function is a single
// expression, `return` is left out:

/// The smallest and the largest of numbers that are not in a list.
func extremes(_ numbers: Float...) -> (smallest: Float, largest: Float) { extremes(of: numbers) }

extension SwiftForPython {
    func overloading() {
        // A value may have the same name as the function that made it. From here on, the name is the value's:
        let extremes = extremes(2, 1, 6)
        show(extremes.smallest, "the first part of the tuple")
    }
}

// ## Values, and &
//
// Numbers, texts, arrays and tensors are *values*: a copy is independent, where in Python both names would mean the
// same list. A function changes its argument only if that is `inout`, and the call says so with `&`. A result must not
// be ignored by accident; `@discardableResult` allows it.

/// Makes a number twice as large, and gives it back.
@discardableResult
func double(_ number: inout Int) -> Int {
    number *= 2
    return number
}

extension SwiftForPython {
    func changes() {
        var number = 21
        double(&number)
        show(number)

        let weights = [1, 2]
        var copy = weights
        copy[0] = 9
        show("\(weights) and \(copy)", "a list and its changed copy")
    }

    func closures() {
        // ## Comprehensions and closures
        //
        // Braces around code make a *closure*, Python's lambda. Its first argument is `$0`, its second `$1`, unless it
        // names them before `in`; one that it does not need is `_`. If it has several lines, it gives its result with
        // `return`. A closure that is the last argument stands after the parentheses; if it is the only argument, they
        // are left out.
        let digits = [3, 7, 8, 7]

        // #hide
        show(
            sideBySide([
                ("(lambda x: x * x)(3)", "{ (x: Int) in x * x }(3)", { (x: Int) in x * x }(3)),
                ("[2 * d for d in digits]", "digits.map { 2 * $0 }", digits.map { 2 * $0 }),
                ("[2 * d for d in digits]", "digits.map { digit in 2 * digit }", digits.map { digit in 2 * digit }),
                ("[0 for _ in digits]", "digits.map { _ in 0 }", digits.map { _ in 0 }),
                ("[d for d in digits if d > 3]", "digits.filter { $0 > 3 }", digits.filter { $0 > 3 }),
                ("[x for d in digits for x in [d, 0]]", "digits.flatMap { [$0, 0] }", digits.flatMap { [$0, 0] }),
                ("all(d > 2 for d in digits)", "digits.allSatisfy { $0 > 2 }", digits.allSatisfy { $0 > 2 }),
                ("sum(d == 7 for d in digits)", "digits.count { $0 == 7 }", digits.count { $0 == 7 }),
                ("sum(d * d for d in digits)", "digits.reduce(0) { $0 + $1 * $1 }", digits.reduce(0) { $0 + $1 * $1 }),
                ("sorted(digits, key=lambda d: -d)", "digits.sorted { $0 > $1 }", digits.sorted { $0 > $1 }),
                (
                    "[a + b for a, b in zip(digits, [1, 2])]", "zip(digits, [1, 2]).map { $0 + $1 }",
                    zip(digits, [1, 2]).map { $0 + $1 }
                ),
            ]))

        // `forEach` does something with every element, and gives nothing.
    }

    func functionsAsValues() {
        // ## Functions as values
        //
        // `(Tensor) -> Float` is the type of a function from a tensor to a Float. Where a function is wanted, its name
        // is enough, and an operator such as `+` is a function. So is the `init` of a type, which makes a value of it:
        // `String.init` makes a text, `SGD.init` an optimizer. `DigitClassifier.pixels` is a method as a function.
        // `\.size` is the function from a value to its `size`. A function may stand inside another one. An argument
        // that is a function and is kept for later is marked `@escaping`.
        let digits = [3, 7, 8, 7]
        let pairs = [(3, "three"), (7, "seven")]
        let batches = [(size: 16, error: 0.25), (size: 64, error: 0.125)]
        func square(_ x: Int) -> Int { x * x }

        // #hide
        show(
            sideBySide([
                ("sum(digits)", "digits.reduce(0, +)", digits.reduce(0, +)),
                ("list(map(square, digits))", "digits.map(square)", digits.map(square)),
                ("list(map(str, digits))", "digits.map(String.init)", digits.map(String.init)),
                (
                    "\"-\".join(map(str, digits))", "digits.map(String.init).joined(separator: \"-\")",
                    digits.map(String.init).joined(separator: "-")
                ),
                ("[p[1] for p in pairs]", "pairs.map { $0.1 }", pairs.map { $0.1 }),
                ("[b.size for b in batches]", "batches.map { $0.size }", batches.map { $0.size }),
                ("[b.size for b in batches]", "batches.map(\\.size)", batches.map(\.size)),
                (
                    "[i for i, _ in enumerate(digits)]", "digits.enumerated().map(\\.offset)",
                    digits.enumerated().map(\.offset)
                ),
                (
                    "[d for _, d in enumerate(digits)]", "digits.enumerated().map(\\.element)",
                    digits.enumerated().map(\.element)
                ),
            ]))

        // An optional has `map`, too. It does something with the value if there is one, and gives an optional:
        let last = digits.last.map { $0 + 1 } ?? 0
        show(last, "one more than the last, or 0")
    }
}

// ## Errors
//
// A function that may fail says `throws`, and its call says `try`, once for all that follows in the expression.
// Python's `raise` is `throw`, its `except` is `catch`. A page of a chapter does not catch errors: the run ends with
// the message.

/// A text that is no number.
struct RefusedText: Error { let text: String }

// `guard` is an `if` turned around: unless its condition holds, the function is left.

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
