// # The same answer everywhere
//
// Section 3.3 · After this page you can say why unfair programs are worse than unfair people, even where they are no
// more unfair.

import Figures
import Notebook
import Tensors

// People are biased, too. So does it matter if programs are? There are four reasons why it does. Programs make feedback
// loops. They amplify. They are power, and whoever has power is responsible for it. And they are used differently from
// people: they are believed to be objective, they often come without any way to object, they are cheap, and one and the
// same is used everywhere. Cathy O'Neil has put it like this ("Weapons of Math Destruction", 2016): the privileged are
// processed by people, the poor by machines.
//
// The last point can be counted. There are ten employers, and each turns down six applicants in ten. What an employer
// sees of somebody is how able they are, plus an error. With people who judge, each makes errors of their own. With one
// program, all make the same. `turnedDown` counts the applicants whom all ten turn down:

/// The share of able applicants (the better half) who are turned down by every one of ten employers.
public func turnedDown(applicants: Int, sameJudge: Bool, using random: inout SplitMix64) -> Double {
    let able = normals(applicants, using: &random)
    let shared = normals(applicants, using: &random)
    var refusals = [Int](repeating: 0, count: applicants)
    for _ in 0..<10 {
        let errors = sameJudge ? shared : normals(applicants, using: &random)
        let seen = zip(able, errors).map { $0 + $1 }
        let limit = seen.sorted()[applicants * 6 / 10]
        for person in 0..<applicants where seen[person] < limit { refusals[person] += 1 }
    }
    let better = able.indices.filter { able[$0] > 0 }
    return Double(better.count { refusals[$0] == 10 }) / Double(better.count)
}

extension DataEthics {
    func sameAnswerEverywhere() {
        let count = run.size(quick: 200, usual: 1000)
        let runs = run.overSeedsAtOnce(repeats) { random in
            [false, true].map { turnedDown(applicants: count, sameJudge: $0, using: &random) }
        }
        let (people, program) = (runs.map { $0[0] }, runs.map { $0[1] })
        record("ten-employers/able-applicants-without-any-offer-ten-people-judge", over: people)
        record(
            "ten-employers/able-applicants-without-any-offer-one-program-judges", over: program,
            predict: .change(
                "One program makes errors as large as each of ten people, but the same ones everywhere. Do fewer or more able applicants end without any offer?",
                from: Spread(people).mean, to: Spread(program).mean))
        show("\(runs.count { $0[1] > $0[0] }) of \(repeats)", "runs in which it is more")
        // Nobody's error has become larger. But with ten judges, somebody who is misjudged by one finds another. With
        // one, they are shut out, everywhere and for good, and it is always the same people. And if the error goes with
        // how somebody speaks or where they live, it is always the same kind of people.
        //
        // So it is not enough to ask whether a program is better than a person. Ask who checks it, what happens to
        // those whom it gets wrong, and how many are affected by one and the same mistake.
    }
}
