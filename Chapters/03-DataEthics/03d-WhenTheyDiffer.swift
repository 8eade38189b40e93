// # And if the districts differ?
//
// Section 3.3 · After this page you know which rules find out that one district needs more, and what such a world
// leaves out.

import Figures
import Notebook

// Two districts that are alike are a special case. A rule should also find out where more is going on, and send more
// patrols there, as many as that is worth and no more.

extension DataEthics {
    func countedDifferently() {
        // Let a patrol find something on 30 days of a hundred in A, and on 60 in B. So one third of all patrols should
        // be in A, whose record is ahead by six to four as before:
        var table = TextTable(["rule", "A's share in the last hundred days"], decimals: 2)
        for rule in PatrolRule.allCases {
            let last = manyRuns(rule, finds: (0.3, 0.6)).map { $0.last! }
            table.add(rule.rawValue, Spread(last))
            record("patrols-where-b-has-more/\(slug(rule.rawValue))", over: last)
        }
        show(
            table, "B has twice as many incidents",
            predict: .choice(
                "B has twice as many incidents, A two entries more from the beginning. Where does the first rule send the patrols?",
                ["to B, after a while", "to A, forever"], answer: "to A, forever"))
        // The first rule is certain of the wrong district. The second goes to the other extreme: the same patrols find
        // more in B, so more are sent there, which find still more. B has far more than its two thirds, and would have
        // all in the end. The last two come near the truth, because what they count does not depend on where patrols
        // were.
        //
        // What this simulation shows is only how a loop works. It has no people in it who move away, no patrol that is
        // friendly or not, and nothing that residents do not report because they have learned not to call. The
        // correction knows the probability with which a patrol was sent, which hardly any police force keeps. It says
        // nothing about how large the effect is anywhere.
        //
        // What carries over is a question to ask of every model that decides: will its decisions change what it is
        // trained on next? Then keep some data that do not depend on it, as the last rule does, or note how likely each
        // decision was, as the third one needs.
        let (a, b) = (120.0, 15.0)
        show(
            "\(Int(a)) finds at a probability of 0.8 count \(Int(a / 0.8)), \(Int(b)) finds at 0.1 count \(Int(b / 0.1))",
            "the same number of incidents, seen unequally often",
            predict: .number(
                "A patrol was in B on one day in ten, and found something 15 times. How many count?", 150.0))
    }
}
