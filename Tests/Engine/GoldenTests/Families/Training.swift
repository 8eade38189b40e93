// Losses, optimizers, schedules.

import Layers
import Tensors
import Training

extension GoldenFamily {
    // Sums of 20 to 30 terms, each of a few roundings. A gradient is the difference p - target, which is small where
    // an item is nearly right.
    static let losses = GoldenFamily(
        name: "losses", value: .largest(1e-6), gradient: .largest(5e-6),
        cases: [
            cases("mean", .mean), cases("sum", .sum), cases("none", .none), large, fromProbabilities, divergences,
        ].flatMap { $0 })

    private static func cases(_ word: String, _ r: LossReduction) -> [GoldenCase] {
        [
            GoldenCase("l1Loss \(word)") { l1Loss($0.x, $0.y0, reduction: r) },
            GoldenCase("mseLoss \(word)") { mseLoss($0.x, $0.y0, reduction: r) },
            GoldenCase("smoothL1Loss \(word)") { smoothL1Loss($0.x, $0.y0, beta: 1, reduction: r) },
            GoldenCase("smoothL1Loss beta \(word)") { smoothL1Loss($0.x, $0.y0, beta: 0.25, reduction: r) },
            GoldenCase("binaryCrossEntropy \(word)") {
                binaryCrossEntropyWithLogits($0.x, $0.y0, weights: nil, reduction: r)
            },
            GoldenCase("binaryCrossEntropy weights \(word)") {
                binaryCrossEntropyWithLogits($0.x, $0.y0, weights: $0.w, positiveWeight: $0.positive, reduction: r)
            },
            GoldenCase("nllLoss \(word)") { nllLoss($0.x.logSoftmax(), $0.ints("labels"), reduction: r) },
            GoldenCase("nllLoss weights \(word)") {
                nllLoss($0.x.logSoftmax(), $0.ints("labels"), weights: $0.w, ignoring: 2, reduction: r)
            },
            GoldenCase("crossEntropy \(word)") { crossEntropy($0.x, $0.ints("labels"), reduction: r) },
            GoldenCase("crossEntropy weights \(word)") {
                crossEntropy($0.x, $0.ints("labels"), weights: $0.w, reduction: r)
            },
            GoldenCase("crossEntropy ignoring \(word)") {
                crossEntropy($0.x, $0.ints("labels"), ignoring: 2, reduction: r)
            },
            GoldenCase("crossEntropy smoothing \(word)") {
                crossEntropy($0.x, $0.ints("labels"), smoothing: 0.125, reduction: r)
            },
            GoldenCase("crossEntropy everything \(word)") {
                crossEntropy($0.x, $0.ints("labels"), weights: $0.w, ignoring: 2, smoothing: 0.125, reduction: r)
            },
            GoldenCase("crossEntropy grid \(word)") {
                crossEntropy($0.x, $0.ints("labels"), weights: $0.w, ignoring: 2, smoothing: 0.125, reduction: r)
            },
            GoldenCase("crossEntropy pixels \(word)") {
                crossEntropy($0.x, $0.ints("labels"), ignoring: 2, smoothing: 0.125, reduction: r)
            },
            GoldenCase("crossEntropy soft \(word)") { crossEntropy($0.x, $0.soft, reduction: r) },
            GoldenCase("crossEntropy soft grid \(word)") {
                crossEntropy($0.x, $0.soft, weights: $0.w, smoothing: 0.125, reduction: r)
            },
            GoldenCase("crossEntropy large \(word)") {
                crossEntropy($0.x, $0.ints("labels"), smoothing: 0.125, reduction: r)
            },
        ]
    }

    private static let large = [
        GoldenCase("binaryCrossEntropy of a sure no") {
            binaryCrossEntropyWithLogits($0.x, $0.y0, weights: nil, reduction: .none)
        },
        GoldenCase("binaryCrossEntropy of a sure yes") {
            binaryCrossEntropyWithLogits($0.x, $0.y0, weights: nil, reduction: .none)
        },
        GoldenCase("smoothL1Loss at the edges") { smoothL1Loss($0.x, $0.y0, beta: 0.5, reduction: .none) },
        GoldenCase("binaryCrossEntropy large") {
            binaryCrossEntropyWithLogits($0.x, $0.y0, weights: nil, reduction: .none)
        },
    ]

    private typealias Make = @Sendable ([Parameter]) -> any Optimizer

    /// All values of two parameters on the way through the fixture's gradients.
    private static func steps(_ name: String, _ make: @escaping Make) -> GoldenCase {
        GoldenCase(
            name,
            of: { g in
                let parameters = [Parameter(g.p), Parameter(g.q)]
                let optimizer = make(parameters)
                var ways: [[Tensor]] = [[], []]
                for step in 0..<g.gp.shape[0] {
                    for (k, grads) in [g.gp, g.gq].enumerated() { parameters[k].grad = grads[step] }
                    optimizer.step()
                    for k in 0..<2 { ways[k].append(Tensor(shape: parameters[k].shape, parameters[k].value.scalars)) }
                }
                return ways.map { .stack($0) }
            })
    }

    /// The parameters' gradients after clipping, and what else is returned.
    private static func clipping(
        _ name: String, _ clip: @escaping @Sendable ([Parameter]) -> [Tensor]
    ) -> GoldenCase {
        GoldenCase(
            name,
            of: { g in
                let parameters = [g.p, g.q].map { Parameter(.zeros($0.shape)) }
                for (parameter, grad) in zip(parameters, [g.p, g.q]) { parameter.grad = grad }
                let more = clip(parameters)
                return parameters.map { $0.grad! } + more
            })
    }

    // Six steps of about five roundings each, of numbers about 1, on which nothing cancels for long.
    static let optimizers = GoldenFamily(
        name: "optimizers", value: .largest(1e-6), gradient: .exact,
        cases: [
            steps("SGD") { SGD($0, learningRate: 0.1) },
            steps("SGD decay") { SGD($0, learningRate: 0.1, momentum: 0, weightDecay: 0.2) },
            steps("SGD momentum") { SGD($0, learningRate: 0.1, momentum: 0.9, weightDecay: 0.2) },
            steps("SGD nesterov") { SGD($0, learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.2) },
            steps("SGD dampening") { SGD($0, learningRate: 0.1, momentum: 0.9, dampening: 0.7, weightDecay: 0.2) },
            steps("RMSProp") { RMSProp($0, learningRate: 0.01, squareMomentum: 0.9, epsilon: 0.01) },
            steps("RMSProp momentum") {
                RMSProp($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.9, epsilon: 0.01, weightDecay: 0.2)
            },
            steps("Adam") { Adam($0, learningRate: 0.01, squareMomentum: 0.999, epsilon: 1e-8) },
            steps("Adam decay") {
                Adam($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.95, epsilon: 0.01, weightDecay: 0.2)
            },
            steps("AdamW") {
                AdamW($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.95, epsilon: 0.01, weightDecay: 0.2)
            },
            steps("Adam amsgrad") {
                Adam($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.95, epsilon: 0.01, amsgrad: true)
            },
            steps("AdamW amsgrad") {
                AdamW(
                    $0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.95, epsilon: 0.01, weightDecay: 0.2,
                    amsgrad: true)
            },
            steps("RAdam") { RAdam($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.95, epsilon: 0.01) },
            steps("RAdam decay") {
                RAdam($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.95, epsilon: 0.01, weightDecay: 0.2)
            },
            steps("RAdam decoupled") {
                RAdam(
                    $0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.95, epsilon: 0.01, weightDecay: 0.2,
                    decay: .decoupled)
            },
            steps("LAMB") { LAMB($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.95, epsilon: 0.01) },
            steps("LAMB decay") {
                LAMB($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.95, epsilon: 0.01, weightDecay: 0.2)
            },
            clipping("clipping to a norm") { [Tensor(clipGradients($0, toNorm: 2))] },
            clipping("clipping to a value") {
                clipGradients($0, toValue: 0.5)
                return []
            },
        ])

    // Computed in double, rounded once; settings like 1e-5 are floats, with a rounding of their own.
    static let schedules = GoldenFamily(
        name: "schedules", value: .each(5e-7), gradient: .exact,
        cases: [
            schedule("constant", .constant(1)), schedule("linear", .linear(0.25, 0.75)),
            schedule("cosine", .cosine(1, 0.125)), schedule("exponential", .exponential(1, 0.0031712119)),
            schedule("step", .step(1, times: 0.25, at: [0.25, 0.6])),
            // PyTorch's 21 values reach the peak at number 5 of 20.
            schedule("oneCycle", .oneCycle(0.01)), schedule("oneCycleMomentum", .oneCycleMomentum()),
            schedule("flatCosine", .flatCosine(1)),
            schedule("sequence", .sequence((0.25, .linear(0.5, 1)), (0.75, .cosine(1, 0.5)))),
        ] + plateaus)

    private static func schedule(_ name: String, _ schedule: Schedule) -> GoldenCase {
        GoldenCase(name) { _ in Tensor((0...20).map { schedule(Double($0) / 20) }) }
    }
}
