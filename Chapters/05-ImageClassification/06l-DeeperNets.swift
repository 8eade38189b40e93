// # Deeper nets
//
// Section 5.6 · After this page you can say what a deeper net costs, and why to begin with a small one.

import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// A net with more layers and more parameters can fit more. In principle it is the more accurate one. With pretrained
// nets there is no free choice, though: somebody must have trained the deep one before. Of the residual nets there are
// five sizes with ImageNet's weights. The number says how many layers have weights:

extension ImageClassification {
    func fiveDepths() {
        var table = TextTable(["net", "layers with weights", "parameters"])
        var counts: [Int] = []
        for plan in [ResNet.Plan.resNet18, .resNet34, .resNet50, .resNet101, .resNet152] {
            var random = run.random
            // (The largest are made in a full run only: a net of 152 layers is 240 megabytes.)
            let isMade = plan.depth <= run.size(quick: 34, usual: 50, full: 152)
            let count = isMade ? ResNet(plan, using: &random).parameterCount : nil
            counts.append(count ?? 0)
            table.add(plan.name, plan.depth, count)
        }
        show(
            table, "The five residual nets, for ImageNet's thousand classes",
            predict: .number(
                "ResNet-34 has 34 layers with weights, ResNet-18 has 18. How many times as many parameters are that, about?",
                Double(counts[1]) / Double(counts[0]), within: .percent(15)))

        // The book replaces ResNet-34 by ResNet-50, with numbers of 16 bits to save memory (see the next pages), three
        // epochs for the head and six for everything:
        show(
            BookTrainings.beside([], BookTrainings.deeperFrozen + BookTrainings.deeper, frozen: (0, 3)),
            "The book's ResNet-50 on all pets")

        // It ends at 0.0548. ResNet-34 had reached 0.0541 with the rates of a slice. (An epoch for everything took 26
        // seconds; ResNet-34, in 32 bits, had needed 24 to 25.) All that for nothing: "deeper is better" holds in
        // papers, on large sets and after long trainings. So try small nets first.
    }

    func depthsAtEqualWork() throws {
        // The same question in small, and fair: nets from scratch with one, two or four convolutions in each of their
        // four stages, that get the same amount of *work*: multiplications. A net that needs twice as many for each
        // photo gets half as many epochs.
        let depths = [1, 2, 4]
        let costs = depths.map { multiplications(depth: $0) }
        let budget = costs.last! * run.size(quick: 1, usual: 2, full: 5)
        let seeds = run.size(quick: 1, usual: 3)
        var table = TextTable(
            ["convolutions", "million multiplications a photo", "epochs", "training loss", "error rate"], decimals: 3)
        for (depth, cost) in zip(depths, costs) {
            let epochs = max(1, Int((Double(budget) / Double(cost)).rounded()))
            let results = try run.overSeedsAtOnce(seeds) { random in
                let body = deepBody(depth, using: &random)
                let learner = try practiceLearner(
                    body: body, head: HeadPlan(hidden: []), most: run.size(quick: 60, usual: 240, full: .max),
                    using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(epochs, 1e-2) }
                return learner.learner.recorder.rows.last!
            }
            let errors = results.map { $0.metrics[0] }
            table.add(
                4 * depth, Double(cost) / 1e6, epochs, Spread(results.map(\.trainLoss)), Spread(errors))
            record("depth-\(4 * depth)/error-rate", over: errors)
        }
        table.add("always the most frequent breed", nil as Double?, 0, nil as Double?, try majorityError)
        show(table, "From scratch, all with the same work, on some of \(try practiceName)")

        // For the same work, the shallow net has seen each photo many times, and the deep one has hardly begun. A deep
        // net needs more of everything: time, memory for its activations, photos. In the end it may be the better one;
        // on a budget it usually is not.
    }
}

// MARK: Helpers

extension ImageClassification {
    /// Four stages of `depth` convolutions, with 12, 24, 48 and 96 filters; each stage halves the size first.
    private func deepBody(_ depth: Int, using random: inout SplitMix64) -> Body {
        var (layers, before) = ([any Layer<Tensor, Tensor>](), 3)
        for stage in 0..<4 {
            let filters = 12 << stage
            for place in 0..<depth {
                layers.append(
                    Conv2d(
                        before, filters, kernel: 3, stride: place == 0 ? 2 : 1, padding: 1, bias: false, using: &random)
                )
                layers.append(BatchNorm2d(filters, activation: .relu))
                before = filters
            }
        }
        return Body(Sequential(layers), name: "deep\(depth)")
    }

    /// Multiplications for a photo, in one pass forward.
    private func multiplications(depth: Int) -> Int {
        var (sum, before, side) = (0, 3, practiceSize)
        for stage in 0..<4 {
            let filters = 12 << stage
            side /= 2
            for _ in 0..<depth { sum += 9 * before * filters * side * side; before = filters }
        }
        return sum
    }
}
