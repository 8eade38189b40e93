// # Left out on purpose
//
// Section 3.3 · After this page you know a case in which a model is better for not using what it could know.

import Common
import Figures
import Notebook
import Tensors

// Meetup is a site where people find groups that meet. Its data said that men were more interested in meetings about
// technology than women. A model that uses this recommends fewer such meetings to women; so fewer women hear of them,
// fewer come, and the next data say so even more clearly. Evan Estola, who worked there, has told how they left gender
// out of this model on purpose. (Facebook's recommender of groups is the opposite case: Renée DiResta found that
// whoever joins a group against vaccination is shown others about chemtrails and a flat earth. Both stories are from
// the book's section on feedback loops.)
//
// In this world, interest is a number from 0 to 1 that grows when somebody is shown a meeting and goes, and fades a
// little when not. Two kinds of people, A and B, start a little apart. Each month the model recommends meetings to the
// half of all people with the highest predicted interest. It sees a noisy trace of each one's interest, and perhaps the
// kind. `months` plays it:

/// How the half that is shown meetings is chosen.
public enum Audience: String, CaseIterable, Sendable {
    case withKind = "trace and kind", withoutKind = "trace alone", anyone = "half of all, at random"
}

/// How far the mean interest of A is above that of B, month by month.
public func months(
    _ count: Int, _ audience: Audience, people: Int, using random: inout SplitMix64
) -> [Double] {
    let isA = (0..<people).map { $0 % 2 == 0 }
    var interest = isA.map { ($0 ? 0.55 : 0.45) + Double.random(in: -0.25..<0.25, using: &random) }
    func gap() -> Double {
        zip(interest, isA).reduce(0) { $0 + ($1.1 ? $1.0 : -$1.0) } / Double(people / 2)
    }
    var gaps = [gap()]
    for _ in 0..<count {
        let trace = zip(interest, normals(people, using: &random)).map { $0 + 0.3 * Double($1) }
        let went = interest.map { Double.random(in: 0..<1, using: &random) < $0 }
        var score = trace
        if audience == .withKind {
            let columns = Tensor(zip(trace, isA).map { [Float($0), $1 ? 1 : 0] })
            score = LogisticModel(columns, Tensor(went.map { $0 ? 1 : 0 })).probabilities(columns).map(Double.init)
        } else if audience == .anyone {
            score = trace.map { _ in Double.random(in: 0..<1, using: &random) }
        }
        let limit = score.sorted()[people / 2]
        for person in 0..<people {
            let isShown = score[person] >= limit && went[person]
            interest[person] += isShown ? 0.1 * (1 - interest[person]) : -0.02 * interest[person]
        }
        gaps.append(gap())
    }
    return gaps
}

extension DataEthics {
    func leftOut() {
        let count = run.size(quick: 6, usual: 24)
        var lines: [(name: String, means: [Double], ends: [Double])] = []
        for audience in Audience.allCases {
            let runs = run.overSeedsAtOnce(repeats) {
                months(count, audience, people: run.size(quick: 40, usual: 200), using: &$0)
            }
            lines.append(
                (
                    audience.rawValue, (0...count).map { month in Spread(runs.map { $0[month] }).mean },
                    runs.map { $0.last! }
                ))
            record("interest/gap-with-\(slug(audience.rawValue))", over: runs.map { $0.last! })
        }
        show(
            Chart("How far apart are A and B?", x: "month", y: "difference of interest") {
                for (name, means, _) in lines { Line(0...count, means, name) }
            }, "Means of \(counted(repeats, "run"))",
            predict: .change(
                "The model knows which kind somebody is, and meetings make people more interested. Does the gap of 0.10 get smaller or larger?",
                from: lines[0].means[0], to: lines[0].means[count]))
        let wins = zip(lines[0].ends, lines[1].ends).count { $0 > $1 }
        show("\(wins) of \(repeats)", "runs in which the gap is larger with the kind than without")
        // The model with the kind uses a difference that is real: from the first month on, A is more interested. It is
        // right, and it makes itself righter. Without the kind, the gap does not disappear, because the trace of
        // interest tells a part of it; but it does not grow as it did.
        //
        // So leaving a column out is a decision about what the world is to be like, and not about accuracy. It is not
        // always the right one. A doctor should know somebody's sex; and a column that was left out often returns
        // through others that go with it. What has to be asked is what the prediction does to those about whom it is
        // made.
    }
}
