// People in a table, and who of them earns more than 50,000: the census of 1994, or a stand-in with a known truth.

import Common
import Foundation
import Tabular
import Tensors

/// Rows of people with the book's columns. (The book's `TabularDataLoaders.from_csv` reads them.)
struct IncomeTable: Sendable {
    let frame: DataFrame
    /// For generated people the probability that somebody like them earns more.
    let truth: [Double]?

    /// The columns that the book takes.
    static let categorical = ["workclass", "education", "marital-status", "occupation", "relationship", "race"]
    static let continuous = ["age", "fnlwgt", "education-num"]
    static let target = "salary"

    /// Reads the book's file.
    /// - Throws: `TableProblem`, which names the file, and what is missing.
    init(csv file: URL) throws {
        let frame = try DataFrame(csv: file, CSVOptions { $0.missing.formUnion(["?", " ?"]) })
        for name in Self.categorical + Self.continuous + [Self.target] { _ = try frame.column(name, of: file.path) }
        (self.frame, truth) = (frame, nil)
    }

    /// Made-up people. Whether one of them earns more depends on education, age, and on being married, and on chance.
    init(generated count: Int, seed: UInt64) {
        let people = (0..<count).map { number in
            var random = SplitMix64(seed: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
            return MadeUpPerson(using: &random)
        }
        frame = DataFrame([
            ("age", Column(people.map(\.age))), ("workclass", Column(people.map(\.workclass))),
            ("fnlwgt", Column(people.map(\.weight))), ("education", Column(people.map(\.education))),
            ("education-num", Column(people.map(\.years))), ("marital-status", Column(people.map(\.marital))),
            ("occupation", Column(people.map(\.occupation))), ("relationship", Column(people.map(\.relationship))),
            ("race", Column(people.map(\.race))), ("salary", Column(people.map { $0.earnsMore ? ">=50k" : "<50k" })),
        ])
        truth = people.map(\.chance)
    }
}

/// Somebody whom nobody knows.
private struct MadeUpPerson {
    let age: Int, weight: Int
    let workclass, education, marital, relationship, race: String
    let occupation: String?
    /// nil where it is missing.
    let years: Int?
    let chance: Double
    let earnsMore: Bool

    private static let schools = [
        "9th", "10th", "11th", "12th", "HS-grad", "Some-college", "Assoc-voc", "Assoc-acdm", "Bachelors", "Masters",
        "Prof-school", "Doctorate",
    ]
    private static let jobs = [
        "Other-service": -0.8, "Handlers-cleaners": -0.7, "Adm-clerical": -0.1, "Sales": 0.2, "Craft-repair": 0.1,
        "Prof-specialty": 0.6, "Exec-managerial": 0.9,
    ]

    init(using random: inout SplitMix64) {
        func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
        age = Int.random(in: 17...70, using: &random)
        weight = Int.random(in: 20_000...400_000, using: &random)
        let level = (0..<3).map { _ in Int.random(in: 0..<12, using: &random) }.sorted()[1]
        education = Self.schools[level]
        let isMarried = chance(age < 25 ? 0.15 : 0.6)
        marital = isMarried ? "Married-civ-spouse" : chance(0.5) ? "Never-married" : "Divorced"
        relationship = isMarried ? (chance(0.8) ? "Husband" : "Wife") : chance(0.3) ? "Own-child" : "Not-in-family"
        workclass = chance(0.75) ? "Private" : chance(0.5) ? "Self-emp-inc" : "State-gov"
        race = ["White", "Black", "Asian-Pac-Islander", "Other"].randomElement(using: &random)!
        let job = Self.jobs.keys.sorted().randomElement(using: &random)!
        occupation = chance(0.05) ? nil : job
        years = chance(0.03) ? nil : level + 5
        let middle = 1 - Double((age - 48) * (age - 48)) / 700
        let score = -2.6 + 0.45 * Double(level - 5) + (isMarried ? 2.4 : -0.6) + 0.9 * middle + Self.jobs[job]!
        self.chance = 1 / (1 + exp(-1.6 * score))
        earnsMore = chance(self.chance)
    }
}
