// The worked examples of sections 16.2 to 16.6 to the last digit, and PyTorch's steps beside those of every recipe.

import Chapter16
import Layers
import Tensors
import TestSupport
import Testing
import Training

/// Four steps of an optimizer of PyTorch 2.13 at a rate of 0.1, from [0.5, −1.25, 2], with these gradients.
private let gradients: [[Float]] = [[0.3, -0.2, 0.1], [0.1, 0.4, -0.3], [-0.2, 0.05, 0.6], [1e-4, -2, 0.25]]

private let pyTorch: [(name: String, recipe: Recipe, weights: [[Float]])] = [
    (
        "SGD(lr=.1)", .descent,
        [
            [0.469999999, -1.23000002, 1.99000001], [0.460000008, -1.26999998, 2.01999998],
            [0.480000019, -1.27499998, 1.95999992], [0.479990005, -1.07499993, 1.93499994],
        ]
    ),
    (
        "SGD(lr=.1, momentum=.9)", .momentum,
        [
            [0.469999999, -1.23000002, 1.99000001], [0.432999998, -1.25199997, 2.01099992],
            [0.419699997, -1.27679992, 1.96989989], [0.40772, -1.0991199, 1.90790987],
        ]
    ),
    (
        "RMSprop(lr=.1, alpha=.99, eps=1e-8)", .dampedRMSProp,
        [
            [-0.499999702, -0.250000358, 1.00000095], [-0.817660034, -1.14532316, 1.94915867],
            [-0.279490769, -1.25709748, 1.06344843], [-0.279761195, -0.280977011, 0.715693235],
        ]
    ),
    (
        "Adam(lr=.1)", .adam(squareMomentum: 0.999, epsilon: 1e-8),
        [
            [0.400000006, -1.14999998, 1.89999998], [0.312893629, -1.18661034, 1.9494189],
            [0.290171117, -1.22183692, 1.91070306], [0.271542668, -1.17146599, 1.86083901],
        ]
    ),
    (
        "Adam(lr=.1, betas=(.9, .99), eps=1e-5)", .adam,
        [
            [0.400003344, -1.15000498, 1.90000999], [0.31274271, -1.18656456, 1.9493376],
            [0.289984584, -1.22181976, 1.9107554], [0.271284521, -1.17176497, 1.86098385],
        ]
    ),
    (
        "SGD(lr=.1, weight_decay=.3)", .descent.after(decay, ["weightDecay": 0.3]),
        [
            [0.454999983, -1.1925, 1.92999995], [0.431349993, -1.19672501, 1.90209997],
            [0.438409507, -1.16582322, 1.78503692], [0.425247222, -0.930848539, 1.70648587],
        ]
    ),
    (
        "SGD(lr=.1, momentum=.9, weight_decay=.3)", .momentum.after(penalize, ["weightDecay": 0.3]),
        [
            [0.454999983, -1.1925, 1.92999995], [0.390849978, -1.14497495, 1.83909988],
            [0.341389477, -1.07285321, 1.6421169], [0.286623359, -0.775758028, 1.39056873],
        ]
    ),
    (
        "Adam(lr=.1, betas=(.9, .99), eps=1e-5, weight_decay=.3)", .adam.after(penalize, ["weightDecay": 0.3]),
        [
            [0.400002241, -1.15000176, 1.90000141], [0.306987852, -1.09025812, 1.81054938],
            [0.250077277, -1.0208751, 1.71945715], [0.195375368, -0.950146616, 1.6259557],
        ]
    ),
    (
        "AdamW(lr=.1, betas=(.9, .99), eps=1e-5, weight_decay=.3)", .adam.after(decay, ["weightDecay": 0.3]),
        [
            [0.385003358, -1.11250508, 1.84001005], [0.286192626, -1.11568952, 1.83413744],
            [0.254848719, -1.11747408, 1.74053121], [0.228503212, -1.03389513, 1.63854373],
        ]
    ),
]

@Suite struct `16.2 to 16.6 Optimizers of steppers` {
    @Test(arguments: pyTorch.indices)
    func `take PyTorch's steps`(_ number: Int) {
        let p = Parameter(Tensor([0.5, -1.25, 2]))
        let optimizer = pyTorch[number].recipe.make([p], 0.1)
        for (gradient, expected) in zip(gradients, pyTorch[number].weights) {
            p.grad = Tensor(gradient)
            optimizer.step()
            expectClose(p.value, Tensor(expected), absolute: 2e-6, relative: 2e-6, pyTorch[number].name)
        }
    }

    @Test func `PyTorch's dampening begins with the whole first gradient`() {
        let dampened: OptimizerMaker = {
            SGD(groups: [ParameterGroup($0)], learningRate: $1, momentum: 0.9, dampening: 0.9)
        }
        expectClose(Tensor(moves(dampened, gradients: [1, 2, 3])), Tensor([1, 1.1, 1.29]))
        expectClose(Tensor(moves(Recipe.dampedMomentum.make, gradients: [1, 2, 3])), Tensor([0.1, 0.29, 0.561]))
        expectClose(Tensor(moves(Recipe.momentum.make, gradients: [1, 2, 3])), Tensor([1, 2.9, 5.61]))
    }

    @Test func `averages of 1, 2, 3 and of their squares`() {
        expectClose(
            movingAverages([1, 4, 9], beta: 0.99), [0.01, 0.0499, 0.139401], absolute: 1e-12, relative: 0)
        expectClose(
            movingAverages([1, 4, 9], beta: 0.99, isCorrected: true), [1, 2.507537688, 4.693478334], absolute: 1e-8,
            relative: 0)
        expectClose(
            movingAverages([1, 2, 3], beta: 0.9, isCorrected: true), [1, 1.526315789, 2.070110701], absolute: 1e-8,
            relative: 0)
        #expect(movingAverages([], beta: 0.9) == [] && movingAverages([5, 7], beta: 0, isCorrected: true) == [5, 7])
    }

    @Test(
        arguments: [
            (Recipe.descent, 1, 1), (.dampedMomentum, 0.1, 1), (.momentum, 1, 10), (.rmsPropByFormula, 10, 1),
            (.rmsProp, 1, 0.1), (.dampedRMSProp, 10, 1), (.adam(endingWith: bookAdamStep), 10, 1),
            (.adam(endingWith: bookAdamStep, squareMomentum: 0.999), 31.6228, 1),
            (.adam(endingWith: biasedAdamStep), 1, 1),
            (.adam(endingWith: biasedAdamStep, squareMomentum: 0.999), 3.16228, 1),
            (.adam, 1, 1),
        ] as [(Recipe, Float, Float)])
    func `first step and late steps on a gradient of 1`(_ recipe: Recipe, _ first: Float, _ late: Float) {
        let lengths = moves(recipe.make, gradients: Array(repeating: 1, count: 1200))
        #expect(abs(lengths[0] / first - 1) < 1e-4)
        let isSlow = recipe.settings["squareMomentum"] == 0.999  // not settled after 1,200 steps
        let range = isSlow ? 1.01 * late...1.3 * late : 0.9999 * late...1.0001 * late
        #expect(range.contains(lengths[1199]))
    }

    @Test func `the book's code is ten times the momentum and a tenth of the RMSProp of its formula, all the time`() {
        var random = SplitMix64(seed: 16)
        let trial = Trial(using: &random)
        let momentum = trial.largestDifference(Recipe.momentum.make) { Recipe.dampedMomentum.make($0, 10 * $1) }
        let rmsProp = trial.largestDifference(Recipe.rmsProp.make) { Recipe.dampedRMSProp.make($0, $1 / 10) }
        #expect(momentum < 1e-5 && rmsProp < 1e-5)
    }

    @Test func `an epsilon of 1e-8 inside the root is like 1e-4 outside`() {
        func length(_ step: Stepper, _ epsilon: Float, _ gradient: Float) -> Float {
            let settings: [String: Float] = ["squareMomentum": 0, "epsilon": epsilon]
            return moves(Recipe(dampedSquare, step, settings: settings).make, gradients: [gradient])[0]
        }
        expectClose(
            [1e-2, 1e-4, 1e-6].map { Double(length(rmsPropStepInside, 1e-8, $0)) },
            [0.99995, 0.7071068, 0.0099995], absolute: 0, relative: 1e-4)
        expectClose(
            [1e-2, 1e-4, 1e-6].map { Double(length(rmsPropStep, 1e-7, $0)) }, [0.99999, 0.999001, 0.9090909],
            absolute: 0, relative: 1e-4)
        #expect(abs(length(rmsPropStep, 1e-4, 1e-6) - 0.0099) < 1e-5)
    }
}
