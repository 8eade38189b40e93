// # One line for two groups
//
// Section 3.3 · After this page you know how a model can be wrong for everybody because it must be the same for all.

import Figures
import Notebook
import Tensors

// Doctors follow diabetes by HbA1c, a number from a blood test. What the number means differs between ethnic groups and
// between women and men, and in no simple way; so do complications of the disease. A model that has one rule for all is
// then wrong for some of them, even when they are in the data in large numbers. That is *aggregation bias*.
//
// Two groups here, of equal size. For A, the outcome rises with the marker. For B it begins higher and rises less. A
// line a + b·x is fitted to both together, and one to each: `fittedLine` of the module `Notebook` finds the a and b
// with the smallest squared errors. `markers` makes people, and `picked` takes the numbers of one group:

extension DataEthics {
    /// Marker, outcome and group of people, half of whom are B.
    private func markers(_ count: Int, using random: inout SplitMix64) -> (x: [Double], y: [Double], isB: [Bool]) {
        let isB = (0..<count).map { $0 % 2 == 1 }
        let x = (0..<count).map { _ in Double.random(in: 4..<10, using: &random) }
        let noise = normals(count, using: &random)
        let y = x.indices.map { (isB[$0] ? 4.5 + 0.4 * x[$0] : -1 + 1.1 * x[$0]) + 0.6 * Double(noise[$0]) }
        return (x, y, isB)
    }

    func oneLineForTwo() {
        var random = run.random
        let (x, y, isB) = markers(run.size(quick: 60, usual: 160), using: &random)
        func picked(_ values: [Double], _ group: Bool) -> [Double] {
            zip(values, isB).filter { $0.1 == group }.map(\.0)
        }
        let pooled = fittedLine(x, y)
        show(
            Chart("One line, two groups", x: "marker", y: "outcome") {
                Points(picked(x, false), picked(y, false), "A", colour: .blue)
                Points(picked(x, true), picked(y, true), "B", colour: .orange)
                Line.function(4...10, "one line for all", colour: .black) { pooled.intercept + pooled.slope * $0 }
            }, "Marker and outcome of made-up patients")

        // Whoever has an outcome above 7 should be treated. A line that says less for somebody who needs it has missed
        // them:
        let runs = run.overSeedsAtOnce(repeats) { random in
            let (x, y, isB) = markers(run.size(quick: 100, usual: 1000), using: &random)
            let pooled = fittedLine(x, y)
            let own = [false, true].map { group in
                let members = x.indices.filter { isB[$0] == group }
                return fittedLine(members.map { x[$0] }, members.map { y[$0] })
            }
            func results(_ line: (Int) -> (intercept: Double, slope: Double), _ group: Bool) -> [Double] {
                let members = x.indices.filter { isB[$0] == group }
                let said = members.map { line($0).intercept + line($0).slope * x[$0] }
                let errors = zip(members, said).reduce(0) { $0 + (y[$1.0] - $1.1) * (y[$1.0] - $1.1) }
                let wrong = zip(members, said).count { (y[$0] > 7) != ($1 > 7) }
                return [errors / Double(members.count), Double(wrong) / Double(members.count)]
            }
            return [false, true].flatMap { group in
                results({ _ in pooled }, group) + results({ own[isB[$0] ? 1 : 0] }, group)
            }
        }
        var table = TextTable(["group", "line", "squared error", "treated wrongly"], decimals: 3)
        for (place, name) in ["A", "B"].enumerated() {
            for (part, line) in ["one for all", "one for each group"].enumerated() {
                let values = (0..<2).map { column in runs.map { $0[4 * place + 2 * part + column] } }
                table.add(name, line, Spread(values[0]), Spread(values[1]))
                record("two-groups/\(slug(name))-treated-wrongly-\(slug(line))", over: values[1])
            }
        }
        let (all, each) = (Spread(runs.map { $0[1] }).mean, Spread(runs.map { $0[3] }).mean)
        show(
            table, "Both lines, on both groups",
            predict: .choice(
                "Both groups are equally large. Whom does a line for all harm?",
                ["A only", "B only", "both", "nobody"],
                answer: all > each && Spread(runs.map { $0[5] }).mean > Spread(runs.map { $0[7] }).mean
                    ? "both" : "A only"))
        show(
            "\(runs.count { $0[0] > $0[2] && $0[4] > $0[6] }) of \(repeats)",
            "runs in which the squared error of both groups is larger with one line for all")
        show(
            "\(runs.count { $0[1] > $0[3] && $0[5] > $0[7] }) of \(repeats)",
            "runs in which more of both are treated wrongly with one line for all")
        // Each group is as large as the other, so this is no lack of data of one of them: the line fits both worse.
        // (Who is treated wrongly depends on the few people near 7, so there chance has more of a say.) What helps here
        // is what would be wrong on the page about meetings: the model has to know the group, and may treat it
        // differently.
    }
}
