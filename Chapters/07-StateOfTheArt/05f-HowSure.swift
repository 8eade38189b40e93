// # How sure it gets
//
// Section 7.5 · After this page you can see over-confidence in a picture, and what Mixup and label smoothing do to it.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// There is a second thing that Mixup does, and it is less obvious. Targets of 1 and 0 can never be reached, so a net is
// always told to be surer. With Mixup the targets are 0.8 and 0.2, or 0.6 and 0.4; only where a photo is mixed with one
// of its own class is there a 1 left. Such targets can be reached. So the net has no reason to make its scores ever
// larger.
//
// Is that so? A net is as sure as the largest of its probabilities. It should be right as often as it is sure: of the
// photos with 0.9, nine in ten. Sort the photos into groups by sureness, and compare in each group how sure the net is,
// on average, with how often it is right. That is the reliability diagram of section 5.5, and `reliability` makes its
// groups:

extension StateOfTheArt {
    func sureAndRight() throws {
        let epochs = lengths.last!
        var charts: [Chart] = []
        var table = TextTable(["with", "accuracy", "mean sureness", "too sure by", "validation loss"], decimals: 3)
        var gaps: [Double] = []
        for technique in Technique.allCases {
            let nets = try nets(technique, epochs)
            let groups = reliability(
                sureness: nets.flatMap(\.sureness), isRight: nets.flatMap(\.rightOnes), bins: 8)
            let sureness = nets.map { Double($0.sureness.reduce(0, +)) / Double($0.sureness.count) }
            let excess = zip(sureness, nets).map { $0 - $1.accuracy }
            gaps.append(Spread(excess).mean)
            table.add(
                technique.title, Spread(nets.map(\.accuracy)), Spread(sureness), Spread(excess),
                Spread(nets.map(\.validLoss)))
            record("sureness/\(technique.key)", over: sureness)
            record("sureness/too-sure-\(technique.key)", over: excess)
            charts.append(
                Chart(technique.title, x: "how sure", y: "share of right ones", xLimits: 0...1, yLimits: 0...1) {
                    Line([0.0, 1.0], [0.0, 1.0], "as sure as right", colour: .grey, dashed: true)
                    Line(groups.map(\.sureness), groups.map(\.right), "measured", colour: .blue)
                    Points(groups.map(\.sureness), groups.map(\.right), nil, colour: .blue)
                })
        }
        show(
            table, "Nets after \(counted(epochs, "epoch")), photos of \(dataName), \(counted(seeds, "seed"))",
            predict: .choice(
                "Which net is surest of what it says, compared with how often it is right?",
                Technique.allCases.map(\.title),
                answer: Technique.allCases[gaps.indices.max { gaps[$0] < gaps[$1] }!].title))
        show(
            ChartGrid(charts, columns: 3, title: "Below the line, a net promises too much"),
            "How sure, and how often right")

        // "Too sure by" is the mean sureness less the accuracy: 0 is honest, above 0 is over-confident, below 0 too
        // modest. A training with soft targets makes a net less sure. Whether that ends nearer to 0 depends on where it
        // was. A net that is far from knowing its photos by heart is not over-confident yet, and made modest by soft
        // targets it may be further from the truth than before.
        let names = zip(Technique.allCases, gaps).map { "\($0.title) \(signed($1, 3))" }.joined(separator: ", ")
        show(names, "too sure by")
    }

    func oneDialForTwo() throws {
        // Mixup softens targets, but only by the way. (The book says that it makes labels "bigger than 0 or smaller
        // than 1". Taken at its word, that is true of every number. What is meant is that its zeros become larger and
        // its ones smaller.) Nobody told it how much. Whoever wants softer targets has to mix more, and whoever wants
        // to mix more gets softer targets: there is one dial for two things. Here is the number of the label in a mixed
        // target, for batches of photos of this run's classes and several α:
        let count = try classes.count
        var random = run.random
        let draws = run.size(quick: 400, usual: 8000)
        var table = TextTable(
            ["α", "of the photo is left", "of the label in its target", "ε of the same softness"], decimals: 3)
        var softness: [Double] = []
        for alpha in [0.1, 0.4, 1, 4] {
            var (left, label) = (0.0, 0.0)
            for _ in 0..<draws {
                let draw = betaDraw(alpha, using: &random)
                let share = max(draw, 1 - draw)
                // The other photo is of the same class once in a while, and then nothing is taken from the label.
                let isSame = random.uniform() * Double(count) < 1
                left += share / Double(draws)
                label += (isSame ? 1 : share) / Double(draws)
            }
            softness.append((1 - label) * Double(count) / Double(count - 1))
            table.add("\(alpha.formatted())", left, label, softness.last!)
        }
        show(
            table, "Mixup with several α among \(count) classes",
            predict: .choice(
                "α = 4 mixes more than α = 0.4. What else does it do to the targets?",
                ["it makes them softer", "it makes them harder", "nothing"],
                answer: softness[3] > softness[1] ? "it makes them softer" : "it makes them harder"))

        // The last column is what section 7.6 is about: a share ε that is taken from the label and given to all classes
        // alike, with photos left as they are. The α of the book softens more than the usual ε of 0.1.
        show(softness[1] > 0.1, "Mixup with α = 0.4 softens targets more than ε = 0.1")
    }
}
