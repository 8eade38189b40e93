// # As the year goes on
//
// Section 2.6 · After this page you can notice that what goes into a model changes, without knowing what is true.

import Figures
import Foundation
import Notebook
import Tensors

// Even if all is well on the first day, the world goes on. An insurer's model may have learned from the customers of a
// city; then a campaign brings others, and its prices are wrong without anything having broken. The data drift away
// from those that were learned from: *domain shift*. (Chapter 20 watches the accuracy of a model, for which one has to
// know what is true. Here nobody has to.)
//
// What can be compared without any truth is how values are *distributed*: what a model says, how sure it is, how far
// pictures are from known ones. Cut the values of quiet times into ten pieces of equal size, and see what share of a
// week's values falls into each. With a for the shares of quiet times and b for those of the week,
//
// PSI = Σ (b - a) · ln(b / a)
//
// is the *population stability index*, which banks use to watch who applies for loans. It is 0 if all shares are as
// they were, and grows with any difference, wherever it is. (It is a divergence of Kullback and Leibler in both
// directions, added up.) `stabilityIndex` takes shares; `sharesOfPieces` cuts values:

/// How different shares are from what they were; 0 if they are not. Shares below a ten-thousandth count as that.
public func stabilityIndex(_ before: [Double], _ now: [Double]) -> Double {
    zip(before, now).reduce(0) { sum, pair in
        let (a, b) = (max(pair.0, 1e-4), max(pair.1, 1e-4))
        return sum + (b - a) * log(b / a)
    }
}

/// What share of values is in each piece. The pieces are cut so that the reference values are spread evenly over them.
public func sharesOfPieces(_ values: [Double], cutBy reference: [Double], pieces: Int = 10) -> [Double] {
    let sorted = reference.sorted()
    let cuts = (1..<pieces).map { sorted[min($0 * sorted.count / pieces, sorted.count - 1)] }
    var counts = [Double](repeating: 0, count: pieces)
    for value in values { counts[cuts.count { $0 <= value }] += 1 }
    // Half of one in each piece beforehand: an empty piece of a small week is no proof that nothing can be there.
    return counts.map { ($0 + 0.5) / (Double(values.count) + 0.5 * Double(pieces)) }
}

// A year at the camp, week by week. Up to week 20 the cameras bring what they should. Then the days get shorter: each
// week two more pictures of a hundred are taken at night. `CampYear` holds what can be seen of each week, and what is
// true; `campYear` draws its pictures from those that were not learned from.

/// Weeks of a camera: how right the model is, and two indices that need no truth.
struct CampYear {
    var accuracy: [Double] = [], ofAnswers: [Double] = [], ofDistances: [Double] = [], ofSureness: [Double] = []

    /// The first week after the change in which an index is above its largest value of the quiet weeks by half.
    func firstAlarm(_ indices: [Double], quiet: Int) -> Int? {
        let limit = 1.5 * indices[..<quiet].max()!
        return indices.indices.first { $0 >= quiet && indices[$0] > limit }
    }

    /// The first week in which the mean accuracy of four weeks is 0.1 below that of the quiet weeks.
    func firstLoss(quiet: Int) -> Int? {
        let usual = accuracy[..<quiet].reduce(0, +) / Double(quiet)
        return accuracy.indices.first { week in
            week >= quiet && accuracy[max(0, week - 3)...week].reduce(0, +) / 4 < usual - 0.1
        }
    }
}

extension ModelToProduction {
    var quietWeeks: Int { 20 }

    func campYear(_ split: CameraSplit, pictures: Int, using random: inout SplitMix64) -> CampYear {
        let night = CameraTrouble.allCases.firstIndex(of: .night)!
        let sure = CameraTrouble.allCases.indices.map { split.sureness($0) }
        let said = CameraTrouble.allCases.indices.map { split.said($0) }
        let kinds = split.probabilities[0].shape[1]
        func answers(_ all: [Int]) -> [Double] {
            (0..<kinds).map { kind in
                (Double(all.count { $0 == kind }) + 0.5) / (Double(all.count) + 0.5 * Double(kinds))
            }
        }
        var year = CampYear()
        for week in 0..<52 {
            let dark = week < quietWeeks ? 0 : min(0.9, 0.02 * Double(week - quietWeeks + 1))
            let drawn = (0..<pictures).map { _ in
                (
                    place: Int.random(in: 0..<split.kinds.count, using: &random),
                    trouble: Double.random(in: 0..<1, using: &random) < dark ? night : 0
                )
            }
            let right = drawn.count { said[$0.trouble][$0.place] == split.kinds[$0.place] }
            year.accuracy.append(Double(right) / Double(pictures))
            year.ofAnswers.append(stabilityIndex(answers(said[0]), answers(drawn.map { said[$0.trouble][$0.place] })))
            func index(_ values: [[Double]]) -> Double {
                stabilityIndex(
                    sharesOfPieces(values[0], cutBy: values[0]),
                    sharesOfPieces(drawn.map { values[$0.trouble][$0.place] }, cutBy: values[0]))
            }
            year.ofSureness.append(index(sure))
            year.ofDistances.append(index(Array(split.signs[2].dropLast())))
        }
        return year
    }

    func shorterDays() throws {
        let (watch, quiet) = (try cameraWatch, quietWeeks)
        var random = run.random
        let years = watch.splits.map { campYear($0, pictures: run.size(quick: 60, usual: 200), using: &random) }
        let year = years[0]
        // Each index has a chart, with a limit from the quiet weeks:
        func chart(_ title: String, _ indices: [Double]) -> Chart {
            Chart(title, x: "week", y: "stability index") {
                Line(indices, colour: .vermilion)
                Rule(x: quiet, "days get shorter")
                Rule(y: 1.5 * indices[..<quiet].max()!, "limit")
            }
        }
        show(
            ChartGrid(
                [
                    Chart("How often it is right (nobody knows)", x: "week", y: "accuracy", yLimits: 0...1) {
                        Line(year.accuracy)
                        Rule(x: quiet, "days get shorter")
                    }, chart("What it says", year.ofAnswers), chart("How sure it is", year.ofSureness),
                    chart("How far pictures are from known ones", year.ofDistances),
                ], columns: 2, title: "A year at the camp", sharedYLimits: false),
            "One year, week by week (\(dataName))",
            predict: .choice(
                "Which index leaves its usual range first?",
                ["of what it says", "of how far pictures are from known ones"],
                answer: (year.firstAlarm(year.ofAnswers, quiet: quiet) ?? 99)
                    < (year.firstAlarm(year.ofDistances, quiet: quiet) ?? 99)
                    ? "of what it says" : "of how far pictures are from known ones"))
        var table = TextTable(["watched", "weeks until it rings", "never in the year"], decimals: 1)
        let signs: [(name: String, weeks: [Int?])] = [
            ("what it says", years.map { $0.firstAlarm($0.ofAnswers, quiet: quiet) }),
            ("how sure it is", years.map { $0.firstAlarm($0.ofSureness, quiet: quiet) }),
            ("distances", years.map { $0.firstAlarm($0.ofDistances, quiet: quiet) }),
            ("accuracy is down by 0.1 (needs the truth)", years.map { $0.firstLoss(quiet: quiet) }),
        ]
        for (name, weeks) in signs {
            let heard = weeks.compactMap { $0.map { Double($0 - quiet + 1) } }
            table.add(name, heard.isEmpty ? Spread?.none : Spread(heard), weeks.count { $0 == nil })
            record("drift/weeks until noticed, \(name)", over: heard.isEmpty ? [33.0] : heard)
        }
        show(table, "Over \(years.count) years")
        // A limit must come from quiet weeks of the same size, as here: a week of few pictures has a large index by
        // chance alone. (The rule of thumb of banks, that 0.25 is much, is made for many thousand customers.)
        //
        // And an index says that something is different, not that it is worse. A week of nothing but grizzlies is also
        // different. The alarm means: look at some of these pictures.
    }
}
