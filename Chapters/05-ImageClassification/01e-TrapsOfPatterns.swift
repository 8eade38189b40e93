// # Traps of patterns
//
// Section 5.1 · After this page you know five ways in which an expression that looks right gives wrong labels or none.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// An expression that fits too much is worse than one that fits too little: it gives wrong labels without a word. Here
// are five patterns and seven names. Only the fifth does with all of them what one would want. `patterns` has them:

extension ImageClassification {
    /// Patterns for the breed in a file's name, and what is to be said of each.
    private var patterns: [(name: String, pattern: Regex<(Substring, Substring)>)] {
        [
            ("the book's", #/(.+)_\d+.jpg$/#), ("dot escaped", #/(.+)_\d+\.jpg$/#),
            ("to the first _", #/^([^_]+)_/#), ("lazy", #/(.+?)_\d+/#),
            ("any ending, any case", #/(.+)_\d+\.(?:[jJ][pP][eE]?[gG])$/#),
        ]
    }

    func patternsAndNames() {
        let names = [
            "great_pyrenees_173.jpg", "boxer_188xjpg", "husky_2_5.jpg", "Bengal_7.JPG", "beagle_12.jpeg",
            "boxer_16_jpg", "notes.jpg",
        ]
        var table = TextTable(["name"] + patterns.map(\.name))
        for name in names {
            table.rows.append([name] + patterns.map { findAll($0.pattern, in: name).first ?? "–" })
        }
        show(
            table, "What five patterns find in seven names (–: nothing)",
            predict: .yesNo(
                "The name boxer_188xjpg has an x where the dot should be. Does (.+)_\\d+.jpg$ match it?",
                !findAll(patterns[0].pattern, in: "boxer_188xjpg").isEmpty))

        // - *The dot.* Unescaped it is any character. In the book's folder it does no harm, for no file is named so.
        // - *The first underscore.* It makes a `great` of a great pyrenees.
        // - *Greedy or lazy.* `+?` takes as little as possible. A name with digits inside, such as `husky_2_5.jpg`,
        //   becomes another label: is it the fifth photo of `husky_2`, or the second of `husky`? An expression cannot
        //   know, you have to look.
        // - *Case.* `.JPG` is not `.jpg`. Cameras like capitals.
        // - *What is no photo of a pet at all* has no label. It must not get one.
    }

    func cutTooEarly() throws {
        // The second of these is the dangerous one: nothing fails. Cut at the first `_`, the book's 37 breeds become so
        // many classes:
        let files = BookPets.breeds.map { URL(filePath: "/pets/\($0)_1.jpg") }
        let right = try files.map(label(matching: #/(.+)_\d+\.jpg$/#))
        let early = try files.map(label(matching: #/^([^_]+)_/#))
        show(
            "\(Set(early).count) in place of \(Set(right).count)", "classes when names are cut at the first _",
            predict: .change(
                "All names of the book's pets are cut at the first underscore. The number of classes …",
                from: Double(Set(right).count), to: Double(Set(early).count)))
        let merged = Dictionary(grouping: right) { $0.prefix { $0 != "_" } }.filter { $0.value.count > 1 }
        for (word, breeds) in merged.sorted(by: { $0.key < $1.key }) {
            show("\(word): \(breeds.sorted().joined(separator: ", "))", "breeds that became one")
        }
        let here = Set(try pets.files.map(label(matching: #/^([^_]+)_/#)))
        show(elided(here.subtracting(try breeds.classes).sorted()), "labels in \(dataName) that are no breeds then")

        // A net would train on these labels, and reach some accuracy. Only somebody who looks at the labels finds out.
    }

    func nothingMatches() {
        // What fits nothing is the harmless case, as long as it is said. `label(matching:)` names the file:
        let file = URL(filePath: "/pets/images/notes.jpg")
        do { show(try label(matching: #/(.+)_\d+\.jpg$/#)(file)) } catch { show("\(error)", "a file without a label") }

        // And a pattern that comes from a person, when the program runs, may be none at all, or may have no
        // parentheses. Then there is no saying what the label is:
        for pattern in ["(.+", #".+_\d+\.jpg"#] {
            do { show(try label(matchingPattern: pattern)(file)) } catch { show("\(error)", "the pattern \(pattern)") }
        }
    }
}
