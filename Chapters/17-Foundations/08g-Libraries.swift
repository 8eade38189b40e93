// # What libraries start from
//
// Section 17.8 · After this page you can say which weights a `Linear` of PyTorch, or of our engine, starts from, and
// what fifty of them do.

import Common
import Figures
import Layers
import Notebook
import Tensors

extension Foundations {
    func theDefault() {
        // The book says, later in this chapter, that a linear layer of PyTorch starts from Kaiming's weights. That is a
        // mistake, though an understandable one. PyTorch calls a function of that name:
        //
        //     kaiming_uniform_(weight, a=math.sqrt(5))
        //
        // The `a` is the slope of a *leaky* ReLU, which lets negative numbers through, a times as large. One
        // half of the mean square comes from the positive numbers, and stays. The other half comes from the negative
        // ones, and a² of it is left. Together (1 + a²)/2, and the scale that makes up for it is √(2 / ((1 + a²) · n)).
        // With a = √5 that is √(1 / (3n)), less than Xavier's. (As a slope, √5 makes no sense. A comment in PyTorch's
        // source says what it is for: the numbers come out uniform within ±1/√n, whose standard deviation is just
        // that.)
        //
        // Our engine's `Linear` does the same, so that both start alike. Its scheme has a name of its own, `fanIn`:
        let (five, shape) = (Float(5).squareRoot(), [50, 100])
        var (one, other) = (run.random, run.random)
        let plain = Initialization.fanIn.draw(shape, using: &one)
        let named = Initialization.kaimingUniform(slope: five).draw(shape, using: &other)
        show(largestDifference(plain, named) < 1e-6, "`kaimingUniform` with slope √5 is `fanIn`: uniform within ±1/√n")
        var random = run.random
        let layer = Linear(100, 1000, using: &random)
        let weights = layer.weight.value.detached()
        show(
            significant(weights.std().item, 3),
            "standard deviation of the weights of Linear(100, 1000); 1/√(3 · 100) is 0.0577",
            predict: .choice(
                "Which standard deviation do the weights of a Linear with 100 inputs have?",
                ["√(2/100), Kaiming's", "√(1/100), Xavier's", "√(1/300), less than both"],
                answer: "√(1/300), less than both"))
        show(weights.abs().max().item, "the largest of them; 1/√100 is 0.1")
    }

    func threeStarts() {
        // What does that do in fifty layers with a ReLU? A layer multiplies the mean square by n · s² and a half: by a
        // sixth. Beside it Xavier's scale, which multiplies by a half (experiment D), and Kaiming's, which keeps it
        // (experiment E):
        let schemes: [(name: String, scheme: Initialization, factor: Double)] = [
            ("E: Kaiming, √(2/n)", .kaimingNormal(), 1), ("D: Xavier, √(1/n)", .xavierNormal(), 1 / 2.0),
            ("default, √(1/3n)", .fanIn, 1 / 6.0),
        ]
        let count = run.size(quick: 2, usual: 5, full: 20)
        let outputs = schemes.map { _, scheme, _ in
            run.overSeeds(count) { random in
                throughLayers(50, from: .randn(200, 100, using: &random)) {
                    relu($0.matmul(scheme.draw([100, 100], using: &random).T))
                }
            }
        }
        show(
            Chart(
                "With ReLUs, only Kaiming's scale holds", x: "layer", y: "standard deviation", yScale: .logarithmic
            ) {
                for (place, scheme) in schemes.enumerated() {
                    Line(1...50, outputs[place][0].map(standardDeviation), scheme.name, dashed: place == 2)
                }
                Rule(y: 1, "of the input")
            }, "Fifty layers with a ReLU after each, from three starts")

        // In numbers, with the root of the mean square, for which the theory has a prediction. It holds on average, and
        // what chance does in each of the fifty layers multiplies up, as it did without a ReLU:
        let sizes = outputs.map { $0.map { meanSquare($0[49]).squareRoot() } }
        var table = TextTable(["weights", "expected", "smallest", "largest"], decimals: 3)
        for ((name, _, factor), sizes) in zip(schemes, sizes) {
            let expected = (0..<25).reduce(1) { power, _ in power * factor }
            table.add(name, expected, sizes.min()!, sizes.max()!)
        }
        show(table, "Root of the mean square after 50 layers, over \(counted(sizes[0].count, "seed"))")
        record("default/root-mean-square", over: sizes[2])

        // So whoever builds a deep plain net from `Linear` and `ReLU` should set the weights, in PyTorch as here:
        // `layer.weight.initialize(.kaimingNormal(), using: &random)`. In nets that bring the numbers back to size
        // after every layer (batch norm does), and in shallow ones, the default does no harm.
    }

    func scalesOfTheEngine() {
        // The engine's schemes have weights [outputs, inputs], as its layers do. So our functions and the engine's give
        // the same numbers for as many inputs as outputs, from the same generator:
        let (ours, engines) = (run.random, run.random)
        let pairs: [(name: String, difference: Float)] = [
            ("xavier", difference(ours, engines, xavier, .xavierNormal())),
            ("kaiming", difference(ours, engines, kaiming, .kaimingNormal())),
        ]
        for (name, difference) in pairs { show(difference < 1e-6, "`\(name)` draws what the engine's scheme draws") }
    }

    // MARK: Helpers

    /// The largest difference between [80, 80] weights of ours and of the engine's.
    private func difference(
        _ one: SplitMix64, _ other: SplitMix64, _ ours: (Int, Int, inout SplitMix64) -> Tensor,
        _ engines: Initialization
    ) -> Float {
        var (one, other) = (one, other)
        return largestDifference(ours(80, 80, &one), engines.draw([80, 80], using: &other))
    }
}
