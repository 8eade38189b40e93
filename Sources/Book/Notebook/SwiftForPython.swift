// # Swift for people who know Python
//
// The Swift that the chapters use, beside the Python that does the same: values and statements.
//
// Two more pages follow, `SwiftForPythonFunctions.swift` and `SwiftForPythonTypes.swift`. After the three you can read
// the code of the chapters; what is special is explained where it appears.
//
// Swift is compiled: types are checked before anything runs, and the sum of a number and a text is refused then. Blocks
// stand in braces, and their indentation does not matter. A comment begins with `//`, or with `///` if it describes the
// declaration after it. `import Tensors` is Python's `from tensors import *`. Every result on this page is from a run.

import Tensors

// #hide
/// This page and the two that follow it. They are told and run like the pages of a chapter.
public final class SwiftForPython: Chapter {
    public static let number = 0
    public static let title = "Swift for people who know Python"
    public static let sections = [
        Section<SwiftForPython>(
            title, SwiftForPython.pages, SwiftForPython.numbers, SwiftForPython.lists, SwiftForPython.statements,
            SwiftForPython.optionals),
        Section<SwiftForPython>(
            "Functions", SwiftForPython.functions, SwiftForPython.overloading, SwiftForPython.changes,
            SwiftForPython.closures, SwiftForPython.functionsAsValues, SwiftForPython.errors),
        Section<SwiftForPython>(
            "Types", SwiftForPython.structs, SwiftForPython.classes, SwiftForPython.protocols,
            SwiftForPython.listsInBraces,
            SwiftForPython.tensors, SwiftForPython.randomness),
    ]

    let run: Run

    public init(_ run: Run) { self.run = run }
}

extension SwiftForPython {
    func pages() {
        // ## What is ours
        //
        // Some words in the chapters are neither Swift's nor Python's, but this book's:
        //
        // - `show(value, "caption")` prints, and keeps what it printed for the woven book. With `ask:` or `predict:`, a
        //   run with `--predict` asks you first.
        // - `record("name", value, book: 0.95)` shows a number beside the book's, and keeps it for the list of results.
        // - `run` is the run that you started. `run.size(quick: 1, usual: 10, full: 40)` is one of the three, by its
        //   size.
        // - `run.random` is a generator of random numbers. Each time that it is asked for, it begins with the run's
        //   seed.
        // - `run.overSeeds` does the same thing with several seeds, and gives a list of the results.
        // - `run.once` computes something when it is first needed, and keeps it.
        // - `EpochReporting.silently` trains without the table of epochs.
        // - `weight.update` changes a parameter of a model by its gradient, untracked.
        // - `require(condition, …)` stops the program with a message unless the condition holds, like `assert`.
        // - A comment that begins with `#` is for the program that weaves the book.
        //
        // A name with a colon is a keyword argument: `quick: 1` is Python's `quick=1`.
        show(run.size(quick: 1, usual: 10, full: 40), "rounds")
    }

    func numbers() {
        // ## Names and numbers
        //
        // `let` names a value that stays, `var` one that changes. Swift finds out the type itself; where it should be
        // another, it stands after a colon, or `as Float` stands after the value.
        let digits = [3, 7, 8, 7]
        let half: Float = 0.5
        var count = 1
        count += 1
        show("\(count) of \(digits.count)", "count and length")

        // An `Int` is whole, a `Float` has 32 bits like the numbers of a tensor, a `Double` 64. They don't mix by
        // themselves: `Float(count)` makes a Float of an Int. Between two Ints, `/` drops the rest.
        // #hide
        show(
            sideBySide([
                ("len(digits) * half", "Float(digits.count) * half", Float(digits.count) * half),
                ("7 // 2", "7 / 2", 7 / 2),
                ("7 % 2", "7 % 2", 7 % 2),
                ("int(2.9)", "Int(2.9)", Int(2.9)),
                ("math.sqrt(2.25)", "2.25.squareRoot()", 2.25.squareRoot()),
                ("math.inf > 9", "Float.infinity > 9", Float.infinity > 9),
                ("max(1, 20_000)", "max(1, 20_000)", max(1, 20_000)),
                ("f\"{len(digits)} digits\"", "\"\\(digits.count) digits\"", "\(digits.count) digits"),
                ("count > 1 and count != 3", "count > 1 && count != 3", count > 1 && count != 3),
                ("not True or False", "!true || false", !true || false),
            ]))
    }

    func lists() {
        // ## Lists and ranges
        //
        // A range `a..<b` does not include its end, as in Python; `a...b` does. Before a minus it needs spaces:
        // `-2 ... -1`. A list, in Swift an *array*, has no negative indices, but a tensor has. `[Int]` is the type of a
        // list of Ints, and `[Int]()` an empty one.
        let digits = [3, 7, 8, 7]

        // #hide
        show(
            sideBySide([
                ("digits[0]", "digits[0]", digits[0]),
                ("digits[1:3]", "digits[1..<3]", digits[1..<3]),
                ("digits[1:]", "digits[1...]", digits[1...]),
                ("digits[:2]", "digits[..<2]", digits[..<2]),
                ("digits[:2]", "digits.prefix(2)", digits.prefix(2)),
                ("digits[-2:]", "digits.suffix(2)", digits.suffix(2)),
                ("digits[1:]", "digits.dropFirst()", digits.dropFirst()),
            ]))

        // `Array(…)` makes a list of anything that has elements in order, such as a range.
        // #hide
        show(
            sideBySide([
                ("digits + [1]", "digits + [1]", digits + [1]),
                ("[30] * 3", "Array(repeating: 30, count: 3)", Array(repeating: 30, count: 3)),
                ("not digits", "digits.isEmpty", digits.isEmpty),
                ("7 in digits", "digits.contains(7)", digits.contains(7)),
                ("sorted(digits)", "digits.sorted()", digits.sorted()),
                ("list(range(4))", "Array(0..<4)", Array(0..<4)),
                ("range(len(digits))", "digits.indices", digits.indices),
                (
                    "list(range(0, 10, 5))", "Array(stride(from: 0, to: 10, by: 5))",
                    Array(stride(from: 0, to: 10, by: 5))
                ),
            ]))

        // A tuple is taken apart as in Python. Its parts are called `.0` and `.1`, or have names of their own. The type
        // of the first one below is `(Int, String)`.
        let pair = (3, "three")
        let (digit, word) = pair
        let batch = (size: 16, error: 0.25)
        show("\(digit) is \(word), \(pair.0) is \(pair.1), and \(batch.size) has \(batch.error)")
    }

    func statements() {
        // ## Statements
        //
        // Conditions need no parentheses, but the braces are always needed. After each line stands what Python says.
        let digits = [3, 7, 8, 7]
        var odd: [Int] = []  // odd = []
        for digit in digits {  // for digit in digits:
            if digit % 2 == 1 {  //     if digit % 2 == 1:
                odd.append(digit)  //         odd.append(digit)
            } else if digit > 9 {  //     elif digit > 9:
                break  //         break
            }
        }
        show(odd, "the odd ones")

        // A comma between two conditions of `if` or `while` means that both must hold, like `&&`:
        var (rest, halvings) = (100, 0)  // rest, halvings = 100, 0
        while rest > 1, halvings < 50 {  // while rest > 1 and halvings < 50:
            rest /= 2  //     rest //= 2
            halvings += 1  //     halvings += 1
        }
        show(halvings, "times that 100 can be halved")

        // `_` is an element that is not needed, and a type may stand after a name: `for rate: Float in [1, 0.1]`.
        var sum = 0
        for i in 0..<3 {  // for i in range(3):
            sum += digits[i]  //     sum += digits[i]
        }
        for _ in 0..<3 { sum += 1 }  // for _ in range(3): sum += 1
        for (i, d) in digits.enumerated() {  // for i, d in enumerate(digits):
            sum += i * d  //     sum += i * d
        }
        for (a, b) in zip(digits, odd) {  // for a, b in zip(digits, odd):
            sum += a * b  //     sum += a * b
        }
        show(sum, "all these together")
    }

    func optionals() {
        // ## Dots and question marks
        //
        // Where Python has None, Swift has `nil`, and only where the type says so: an `Int?` is an Int or nothing, and
        // is called an *optional*. What may be missing is one: an entry of a dictionary, the last element of a list (it
        // may be empty), the gradient of a tensor, `x.grad`. `!` after it takes the value, and ends the program if
        // there is none. (Before a condition, `!` is "not".) `??` says what to take if there is none. A single question
        // mark with a colon chooses between two values. `counts` is a dictionary; its type is `[String: Int]`.
        let counts = ["three": 6131, "seven": 6265]
        let digits = [3, 7, 8, 7]

        // #hide
        show(
            sideBySide([
                ("counts[\"three\"]", "counts[\"three\"]!", counts["three"]!),
                ("counts.get(\"eight\")", "counts[\"eight\"]", counts["eight"] as Any),
                ("counts.get(\"eight\", 0)", "counts[\"eight\"] ?? 0", counts["eight"] ?? 0),
                ("digits[-1]", "digits.last!", digits.last!),
                ("max(digits)", "digits.max()!", digits.max()!),
                (
                    "\"many\" if len(digits) > 9 else \"few\"", "digits.count > 9 ? \"many\" : \"few\"",
                    digits.count > 9 ? "many" : "few"
                ),
            ]))

        // `if let` asks whether there is a value, and names it:
        if let sevens = counts["seven"] { show(sevens, "there are sevens") }

        // Where only one type is possible, its name may be left out before a dot. Where a tensor is wanted, `.ones(2)`
        // is `Tensor.ones(2)`; where a colour is wanted, `.orange` is `Colour.orange`; and after `predict:`,
        // `.choice(…)` is `Prediction.choice(…)`.
        let start: Tensor = .zeros(1)
        show(Tensor.cat([.ones(2), start]), "two ones and a zero")
    }
}
