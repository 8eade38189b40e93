// # Only watch time
//
// Section 3.3 · After this page you know how a recommender that wants nothing but minutes can lead people away from
// where they were.

import Figures
import Foundation
import Notebook
import Tensors

// YouTube has 1.9 billion users, who watch more than a billion hours a day, and its recommender chooses about 70 % of
// it (the company's own numbers, of 2018 and 2019). It was built to make people watch longer. Nobody has told it to
// recommend conspiracies, or to put innocent films of children at play into a series for people who are looking for
// such things (one of these films got 400,000 views; New York Times, June 2019). It has found out that this works.
//
// Here is a world for it. Videos differ in one number, how extreme they are, from 0 to 1. A person has a taste on the
// same scale. Videos near one's taste are watched longer; and of these, the more extreme hold people a little longer.
// Whoever watches something moves a little towards it. `minutes` is this rule, and an `Objective` is what the
// recommender is paid for:

/// Minutes that somebody of this taste watches a video.
public func minutes(taste: Double, extreme: Double, gain: Double) -> Double {
    10 * max(0, 1 - 4 * (extreme - taste) * (extreme - taste)) * (1 + gain * extreme)
}

/// What a recommender is paid for.
public enum Objective: String, CaseIterable, Sendable {
    case watchTime = "watch time"
    /// At most eight minutes of a video count.
    case capped = "watch time up to a limit"
    /// People are asked whether it was what they wanted, which is the case near their taste.
    case asked = "asking people"
    /// Watch time, in a world where nobody moves: no loop.
    case noLoop = "watch time, tastes that stay"
}

// The recommender knows neither tastes nor rules. It has a table: people sorted into ten kinds by what they watched
// last, videos into eleven, and in each cell the mean of what it is paid for. It recommends the best of a row; one time
// in five it tries a neighbour of that, to learn. `recommendedFor` plays some rounds, and says how extreme its
// recommendations are:

/// The mean extremeness of what is recommended in each round.
public func recommendedFor(
    _ objective: Objective, rounds: Int, people: Int, using random: inout SplitMix64
) -> [Double] {
    var tastes = (0..<people).map { _ in Double.random(in: 0..<0.4, using: &random) }
    var seen = tastes
    var sums = [[Double]](repeating: .init(repeating: 0, count: 11), count: 10)
    var counts = sums
    var history: [Double] = []
    for _ in 0..<rounds {
        var total = 0.0
        for person in 0..<people {
            let kind = min(9, Int(seen[person] * 10))
            let means = (0...10).map { counts[kind][$0] > 0 ? sums[kind][$0] / counts[kind][$0] : -1 }
            let best = means.max()!
            // Of several that are equally good, the one nearest to what the person has seen.
            let good = best < 0 ? [kind] : means.indices.filter { means[$0] == best }
            var video = good.min { abs(Double($0) / 10 - seen[person]) < abs(Double($1) / 10 - seen[person]) }!
            if Int.random(in: 0..<5, using: &random) == 0 { video += Bool.random(using: &random) ? 1 : -1 }
            video = min(10, max(0, video))
            let extreme = Double(video) / 10
            let watched = minutes(taste: tastes[person], extreme: extreme, gain: 1)
            let paid: Double =
                switch objective {
                case .watchTime, .noLoop: watched
                case .capped: min(watched, 8)
                case .asked: abs(extreme - tastes[person]) < 0.1 ? 1 : 0
                }
            sums[kind][video] += paid
            counts[kind][video] += 1
            seen[person] = 0.7 * seen[person] + 0.3 * extreme
            if objective != .noLoop { tastes[person] += 0.01 * watched * (extreme - tastes[person]) }
            total += extreme
        }
        history.append(total / Double(people))
    }
    return history
}

extension DataEthics {
    func onlyWatchTime() {
        var lines: [(name: String, means: [Double])] = []
        var table = TextTable(["objective", "first round", "last round", "runs that end higher"], decimals: 2)
        let rounds = run.size(quick: 10, usual: 40)
        for objective in Objective.allCases {
            let runs = run.overSeedsAtOnce(run.size(quick: 3, usual: 100)) {
                recommendedFor(objective, rounds: rounds, people: run.size(quick: 20, usual: 100), using: &$0)
            }
            let (first, last) = (runs.map { $0[0] }, runs.map { $0.last! })
            table.add(
                objective.rawValue, Spread(first), Spread(last),
                "\(zip(first, last).count { $0.0 + 0.1 < $0.1 }) of \(runs.count)")
            lines.append((objective.rawValue, (0..<rounds).map { round in Spread(runs.map { $0[round] }).mean }))
            record("watch-time/\(slug(objective.rawValue))", over: last)
        }
        let isHigher = lines[0].means.last! > lines[0].means[0] + 0.1
        show(
            Chart(
                "How extreme are the recommendations?", x: "round", y: "mean extremeness, from 0 to 1", yLimits: 0...1
            ) { for (name, means) in lines { Line(1...rounds, means, name) } },
            "People begin with tastes from 0 to 0.4",
            predict: .choice(
                "Tastes begin between 0 and 0.4. A little more extreme holds people a little longer, and people move towards what they watch. Where do recommendations go?",
                ["up, and up", "they stay near the tastes of the beginning"],
                answer: isHigher ? "up, and up" : "they stay near the tastes of the beginning"))
        show(table, "How extreme recommendations are; “higher” is by more than 0.1")
        // Nobody in this world wants anything extreme. Each step is small and looks like good service: here is
        // something a little stronger than what you liked. That it adds up has three causes, and each can be switched
        // off: what is paid for, what is counted, and that people change. (The last is not in anybody's hand; it is
        // there to show what the loop adds. Where tastes stay, recommendations rise as well, until the recommender has
        // found out what holds people longest, a little above their taste. Then they stay.)
        //
        // The world is invented, and "a little longer" is put into it. Whether it is so on a real service is an
        // empirical question, which its owner can answer and others hardly can.
    }
}
