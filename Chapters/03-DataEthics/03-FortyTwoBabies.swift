// # Forty-two babies
//
// Section 3.3 · After this page you can write down what data must be like, and know how few mistakes fill many files.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// California's police kept a database of members of gangs, CalGang. The State Auditor found in 2016 42 people in it who
// had been less than a year old when they were entered, and 28 of these were said to have "admitted to being gang
// members". Nothing in the program asked whether a baby can be one, and there was no way for anybody to be taken off
// the list. Data about people are full of mistakes, everywhere. What matters is whether somebody looks, and whether
// somebody listens.
//
// Looking is the easy part. What must hold for an entry is written down as a `Constraint`, and whatever breaks it is
// listed. `plantedRegister` makes a register to look at:

/// Somebody's entry in a register.
public struct Entry: Sendable {
    public let number: Int
    /// Age in years when the entry was made.
    public let age: Double
    /// Whether the entry says that the person has admitted it.
    public let hasAdmitted: Bool
    /// Days since anybody has checked the entry.
    public let daysUnchecked: Int
}

/// Something that must hold for an entry, in words and as a test.
public struct Constraint: Sendable {
    public let words: String
    let holds: @Sendable (Entry) -> Bool

    public init(_ words: String, _ holds: @escaping @Sendable (Entry) -> Bool) {
        (self.words, self.holds) = (words, holds)
    }

    /// The entries that break it.
    public func broken(in entries: [Entry]) -> [Entry] { entries.filter { !holds($0) } }
}

/// A made-up register into which the audit's numbers were planted: 42 babies, of whom 28 "have admitted".
func plantedRegister(using random: inout SplitMix64) -> [Entry] {
    var entries = (0..<20_000).map { number in
        Entry(
            number: number, age: Double.random(in: 12..<60, using: &random),
            hasAdmitted: Int.random(in: 0..<3, using: &random) == 0,
            daysUnchecked: Int.random(in: 0..<1700, using: &random))
    }
    for baby in 0..<42 {
        let place = baby * 450 + 17
        entries[place] = Entry(
            number: place, age: 0.3 + Double(baby % 7) / 10, hasAdmitted: baby < 28, daysUnchecked: 900)
    }
    return entries
}

extension DataEthics {
    func registerWithBabies() {
        var random = run.random
        let entries = plantedRegister(using: &random)
        let constraints = [
            Constraint("nobody is less than a year old") { $0.age >= 1 },
            Constraint("nobody below 12 has admitted anything") { $0.age >= 12 || !$0.hasAdmitted },
            Constraint("somebody has checked the entry within four years") { $0.daysUnchecked <= 1461 },
        ]
        var table = TextTable(["what must hold", "entries that break it"])
        for constraint in constraints { table.add(constraint.words, constraint.broken(in: entries).count) }
        show(table, "A register of 20,000 people (made up, with the audit's numbers planted)")
        record("register/babies", constraints[0].broken(in: entries).count, book: 42, differs: "planted")
        record(
            "register/babies-who-have-admitted-it", constraints[1].broken(in: entries).count, book: 28,
            differs: "planted")
        // Such checks find what is impossible. They do not find what is merely false: somebody of 25 who was never in a
        // gang breaks no rule. For that one needs the people themselves.
    }

    func errorsInFiles() {
        // How common are mistakes? The Federal Trade Commission had people check their own credit reports in 2012: 26 %
        // found at least one mistake, and 5 % had mistakes by which a loan or an insurance could cost them more. Such
        // shares come about with few mistakes per line, since a file has many lines:
        func withMistake(_ perLine: Double, lines: Int) -> Double { 1 - pow(1 - perLine, Double(lines)) }
        let files = withMistake(0.01, lines: 30)
        show(
            fixed(files, 4), "share of files with a mistake: 30 lines each, one line in a hundred wrong",
            predict: .share(
                "One line in a hundred is wrong, and a file has 30 lines. Which share of files has a mistake?", files,
                within: .plusMinus(0.08)))
        show(200_000_000 / 20, "people with a grave mistake, if 200 million have a file and 5 % of the files have one")
        // The reporter Bobby Allyn found that a company had him down for a crime with a firearm. To get this line
        // removed took over a dozen calls, the help of a court's clerk, and six weeks, and he got through only as a
        // journalist (Washington Post, 2016).
    }
}
