// # As the year goes on
//
// Section 2.6 · After this page you can notice that what goes into a model changes, without knowing what is true.

import Common
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
// true; `campYear` draws its pictures from those that were not learned from (`CampYear.swift` has both).
//
// Then there have to be limits, and the race is fair only if all four have the same rule. Single weeks jump, so each
// week counts as the mean of the last four (`overFourWeeks`). And a bell rings when that is farther above the mean of
// quiet weeks than four of their standard deviations (`limit`); `firstAlarm` is the week in which it does:

/// For each week the mean of it and the three before.
func overFourWeeks(_ weeks: [Double]) -> [Double] {
    weeks.indices.map { week in
        let some = weeks[max(0, week - 3)...week]
        return some.reduce(0, +) / Double(some.count)
    }
}

/// Above it a bell rings.
func limit(_ quiet: ArraySlice<Double>) -> Double {
    let smooth = Spread(Array(overFourWeeks(Array(quiet)).dropFirst(3)))
    return smooth.mean + 4 * (smooth.deviation ?? 0)
}

/// The first week after the quiet ones in which the bell rings.
func firstAlarm(_ weeks: [Double], quiet: Int) -> Int? {
    let (smooth, limit) = (overFourWeeks(weeks), limit(weeks[..<quiet]))
    return smooth.indices.first { $0 >= quiet && smooth[$0] > limit }
}

extension ModelToProduction {
    func shorterDays() throws {
        let (watch, quiet) = (try cameraWatch, quietWeeks)
        var random = run.random
        let (pictures, each) = (run.size(quick: 60, usual: 200), run.size(quick: 1, usual: 4))
        let splits = watch.splits.flatMap { [CameraSplit](repeating: $0, count: each) }
        let years = splits.map { campYear($0, pictures: pictures, using: &random) }
        let year = years[0]
        // Each has a chart: its weeks in grey, the mean of four of them in colour, and the limit:
        let signs: [(name: String, of: KeyPath<CampYear, [Double]>)] = [
            ("wrong answers (needs the truth)", \.wrong), ("what it says", \.ofAnswers),
            ("how sure it is", \.ofSureness), ("how far pictures are from known ones", \.ofDistances),
        ]
        show(
            ChartGrid(
                signs.map { name, of in
                    Chart(name, x: "week", y: of == \.wrong ? "share of pictures" : "stability index") {
                        Line(year[keyPath: of], colour: .grey)
                        Line(overFourWeeks(year[keyPath: of]), "four weeks", colour: .blue)
                        Rule(x: quiet, "days get shorter", colour: .black)
                        Rule(y: limit(year[keyPath: of][..<quiet]), "limit", colour: .vermilion)
                    }
                }, columns: 2, title: "A year at the camp", sharedYLimits: false),
            "One year, week by week (\(dataName))")
        // A bell that rings often is soon heard by nobody. So each is listened to in years without any change, too:
        let still = splits.map { campYear($0, pictures: pictures, darker: 0, using: &random) }
        var table = TextTable(
            ["watched", "weeks until it rings", "never in the year", "rings in years without change"], decimals: 1)
        var means: [Double] = []
        for (name, of) in signs {
            let weeks = years.map { firstAlarm($0[keyPath: of], quiet: quiet) }
            let heard = weeks.compactMap { $0.map { Double($0 - quiet + 1) } }
            let falsely = still.count { firstAlarm($0[keyPath: of], quiet: quiet) != nil }
            table.add(
                name, heard.isEmpty ? Spread?.none : Spread(heard), weeks.count { $0 == nil },
                "\(falsely) of \(still.count)")
            // A bell that never rings is heard after the year at the earliest.
            let all = weeks.map { Double(($0 ?? 52) - quiet + 1) }
            record("drift/weeks-until-noticed-\(slug(name))", over: all)
            record("drift/share-of-quiet-years-with-an-alarm-\(slug(name))", Double(falsely) / Double(still.count))
            means.append(all.reduce(0, +) / Double(all.count))
        }
        let first = means.indices.min { means[$0] < means[$1] }!
        show(
            table, "Over \(counted(years.count, "year"))",
            predict: .choice("Which bell rings first, on average?", signs.map(\.name), answer: signs[first].name))
        show(
            first == 0
                ? "Here wrong answers ring first. But for that bell somebody has to look at every picture of every week."
                : "Here a sign that needs no truth rings before the wrong answers do, of which nobody would know.",
            "what the race says")
        // Read both columns together: who rings early but also when nothing happens has won nothing. And a limit must
        // come from quiet weeks of the same size, as here: a week of few pictures has a large index by chance alone.
        // (The rule of thumb of banks, that 0.25 is much, is made for many thousand customers.)
        //
        // And an index says that something is different, not that it is worse. A week of nothing but grizzlies is also
        // different. The alarm means: look at some of these pictures.
    }
}
