// # Labels from names
//
// Section 5.1 · After this page you can read and write a regular expression that takes the label out of a file's name.

import Figures
import Foundation
import Notebook
import Vision

// `great_pyrenees_173.jpg` shows a great pyrenees. To take the breed out of the name, one might cut it at the first
// `_`. But breeds have several words. What is wanted is everything before the *last* `_`, if digits and `.jpg` come
// after it. A language to say such things is that of *regular expressions*. (They are called so because they describe
// the simplest kind of languages in Noam Chomsky's hierarchy of grammars, the regular ones.) The book's expression is:
//
//     (.+)_\d+.jpg$
//
// Piece by piece:
//
// - `.` is any character, and `+` says once or more; so `.+` is any text that is not empty.
// - The parentheses say that this part is wanted.
// - `_` is itself.
// - `\d` is a digit, `\d+` is one or more.
// - `.jpg` is *any character*, and then `jpg`. (The book means a dot, and should write `\.`; the next page shows when
//   it matters.)
// - `$` is the end of the text.
//
// Swift knows regular expressions, too. Between `#/` and `/#` the compiler reads them and says where they are wrong,
// and the type says how many parts are wanted. `findAll` is Python's `re.findall`: what the parentheses match, wherever
// the expression fits.

/// What the parentheses of a regular expression match in a text, wherever it matches. (Python's `re.findall`.)
public func findAll(_ pattern: Regex<(Substring, Substring)>, in text: String) -> [String] {
    text.matches(of: pattern).map { String($0.output.1) }
}

extension ImageClassification {
    func tryOnOneName() throws {
        // Always try an expression on one example first:
        let found = findAll(#/(.+)_\d+.jpg$/#, in: "great_pyrenees_173.jpg")
        show(
            "\(found)", "found in great_pyrenees_173.jpg",
            predict: .choice(
                "What do the parentheses of (.+)_\\d+.jpg$ match in great_pyrenees_173.jpg?",
                ["great", "great_pyrenees", "great_pyrenees_173"], answer: found[0]))

        // Why not `great_pyrenees_173`, since `.+` is any text? Because something must be left for the rest. And why
        // not less? `+` is *greedy*: it first takes all, and gives back one character after the other until the rest
        // fits. So it is the last `_` with digits behind it that parts the name from the number. That is what makes
        // names of several words work.
    }

    func allLabels() throws {
        // Now all of them. The engine's `label(matching:)` makes a function of an expression: from a file to its label.
        // It looks at the name of a file, not at its whole path, where a folder might match as well. (The book has two
        // parts for that, `RegexLabeller` and `using_attr(…, 'name')`.) The photos may be your own, with `.JPG` or
        // `.png` at the end of their names. So after a real dot, `\.`, any ending will do: `\w+`, letters or digits.
        let getY = label(matching: #/(.+)_\d+\.\w+$/#)
        let labels = try pets.files.map(getY)
        let counts = Dictionary(grouping: labels) { $0 }.mapValues(\.count)
        show(elided(labels.unique()), "the labels of \(dataName)")
        // #hide
        if try !pets.nameless.isEmpty {
            show(elided(try pets.nameless.map(\.lastPathComponent)), "names without a label, which are left out")
        }
        record("pets/breeds", counts.count, book: 37, differs: try whatIsMissing)
        let places = counts.keys.sorted()
        show(
            Chart(
                "Photos of each breed in \(dataName)", x: "number of the breed, in the order of their names",
                y: "photos"
            ) {
                Bars(places.indices.map { "\($0)" }, places.map { Double(counts[$0]!) }, colour: .blue)
            }, "How many photos there are of each breed")
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }!, least = counts.values.min()!
        show("from \(least) (fewest) to \(most.value) (\(most.key))", "photos of a breed")
        record("baseline/share-of-the-most-frequent-breed", Double(most.value) / Double(labels.count))

        // The last number is what a classifier reaches that always gives the same answer. Keep it in mind: it is what
        // every other one has to beat.
    }
}
