// # Further: momentum
//
// Section 19.9 · After this page you can add momentum to SGD, and say when it helps.

import Figures
import Notebook
import Tensors

// The book ends with ideas for further research. This section takes five of them up, with nothing but what the chapter
// has built. The first is an optimizer that remembers. Plain SGD looks at the gradient of the moment and nothing else.
// With *momentum* it keeps a velocity for each weight. A step takes a share of the last velocity, adds the gradient,
// and moves the weight by the result. (B. Polyak, 1964.) What changes is three lines:

/// v = momentum · v + g + decay · p, and p −= rate · v.
public final class MomentumSGD: Optimizer {
    public let parameters: [Parameter]
    public var learningRate: Float
    public let momentum, weightDecay: Float
    /// One for each parameter, of its shape.
    private var velocities: [Tensor]

    public init(_ parameters: [Parameter], learningRate: Float, momentum: Float = 0.9, weightDecay: Float = 0) {
        (self.parameters, self.learningRate) = (parameters, learningRate)
        (self.momentum, self.weightDecay) = (momentum, weightDecay)
        velocities = parameters.map { .zeros($0.value.shape) }
    }

    public func step() {
        noGrad {
            for (number, parameter) in parameters.enumerated() {
                guard let grad = parameter.grad else { continue }
                velocities[number] = velocities[number] * momentum + grad + parameter.value * weightDecay
                let change = velocities[number] * learningRate
                parameter.value -= change
                parameter.grad = nil
            }
        }
    }
}

extension LearnerFromScratch {
    func speedUp() {
        // What happens on a slope that is the same everywhere, with a gradient of 1? The velocity is 1, then 0.9 + 1,
        // then 0.81 + 0.9 + 1, and so on. It approaches 1 + 0.9 + 0.81 + …, which is 1 / (1 − 0.9):
        let weight = Parameter(Tensor(0))
        let optimizer = MomentumSGD([weight], learningRate: 1)
        var places: [Float] = [0]
        for _ in 0..<100 {
            weight.grad = Tensor(1)
            optimizer.step()
            places.append(weight.value.item)
        }
        show(places.prefix(5).map { abs($0) }, "how far the weight has come after 0 to 4 steps")
        show(
            places[99] - places[100], "length of the hundredth step",
            ask: "With a gradient of 1 and a rate of 1, how long do the steps become in the end?")

        // So at the same rate, momentum of 0.9 takes steps ten times as long, where the gradient keeps its direction.
    }

    func alongAValley() {
        // And where it does not? A valley that is fifty times as steep across as along: the loss is ½ (x² + 50 y²). The
        // steep direction sets the limit of the rate, as in section 4.8. Plain steps jump from one side to the other,
        // and creep along. With momentum, what points along adds up, and what points across cancels out:
        func losses(_ optimizer: (Parameter) -> any Optimizer) -> [Float] {
            let place = Parameter(Tensor([10, 1]))
            let optimizer = optimizer(place)
            return (0...120).map { _ in
                let loss = (place.value.squared() * Tensor([0.5, 25])).sum()
                loss.backward()
                optimizer.step()
                return loss.item
            }
        }
        let plain = losses { SGD([$0], learningRate: 0.03) }
        let withMomentum = losses { MomentumSGD([$0], learningRate: 0.03, momentum: 0.9) }
        show(
            Chart(
                "Through a long valley, momentum is faster", x: "step", y: "loss", yScale: .logarithmic
            ) {
                Line(plain, "plain steps")
                Line(withMomentum, "momentum 0.9", dashed: true)
            }, "½ (x² + 50 y²) from (10, 1), at a rate of 0.03")
    }
}

// To see what it does to a net, one training is not enough, and the time of a run is limited. So in this section nets
// learn from a part of the images, `fewImages`, taken at even distances. Where there are ten classes, they are of four:
// to tell ten apart, a net must learn for longer. And the batches are smaller, 64 images, so that there are more steps.

extension LearnerFromScratch {
    var fewImages: (train: Kept, valid: Kept) {
        get throws {
            try run.once {
                let (all, classes) = (try keptImages, try fewClasses)
                let counts = run.size(quick: (64, 32), usual: (2000, 1000), full: (Int.max, Int.max))
                return (
                    all.train.ofClasses(below: classes).thinned(to: counts.0),
                    all.valid.ofClasses(below: classes).thinned(to: counts.1)
                )
            }
        }
    }

    /// How many classes `fewImages` have.
    var fewClasses: Int { get throws { min(run.size(quick: 4, usual: 4, full: .max), try labels.count) } }

    func momentumOnImages() throws {
        // Since steps get ten times as long, a tenth of the rate is comparable. `accuracies` trains at a rate, with a
        // momentum, from several seeds. Both rates, with and without:
        let epochs = run.size(quick: 1, usual: 2, full: 8)
        func accuracies(_ rate: Float, momentum: Float) throws -> [Float] {
            try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
                try trained(
                    simpleCNN(classes: fewClasses, using: &random), on: fewImages, batchSize: 64, epochs: epochs,
                    learningRate: rate, optimizer: { MomentumSGD($0, learningRate: $1, momentum: momentum) },
                    using: &random
                ).results.lastAccuracy
            }
        }
        var table = TextTable(["rate", "without momentum", "momentum 0.9"], decimals: 4)
        let rates: [Float] = [0.1, 0.01]
        var helps: [Double] = []
        for rate in rates {
            let (plain, with) = (try accuracies(rate, momentum: 0), try accuracies(rate, momentum: 0.9))
            let gain = Spread(with).mean - Spread(plain).mean
            helps.append(abs(gain) > (Spread(with).deviation ?? 0) + (Spread(plain).deviation ?? 0) ? gain : 0)
            table.add("\(rate)", Spread(plain), Spread(with))
            record("momentum/without-at-rate-\(rate)", over: plain)
            record("momentum/with-at-rate-\(rate)", over: with)
        }
        show(table, "Accuracy after \(epochs == 1 ? "one epoch" : "\(epochs) epochs") on some of \(dataName)")

        // Does it help? Compare within a row. A difference that is smaller than the two deviations together says
        // nothing:
        for (rate, gain) in zip(rates, helps) {
            show(gain > 0 ? "it helps" : gain < 0 ? "it hurts" : "no clear difference", "momentum at a rate of \(rate)")
        }

        // In general: it helps where the rate is low, as the steps get longer and the jumping cancels out. Where the
        // rate is already as high as the loss allows, steps ten times as long are too long. So with momentum goes a
        // lower rate. The Learner is the same, and so are the callbacks. `LRFinder` and `OneCycle` set the
        // `learningRate` of whatever optimizer there is.
    }
}
