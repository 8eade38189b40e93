// # Further: momentum
//
// Section 19.9 · After this page you can add momentum to SGD, and say how it gets through a valley.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// The book ends with ideas for further research. This section takes five of them up, with nothing but what the chapter
// has built. The first is an optimizer that remembers (section 16.3 has more of it). Plain SGD looks at the gradient of
// the moment and nothing else. With *momentum* it keeps a velocity for each weight. A step takes a share of the last
// velocity, adds the gradient, and moves the weight by the result. (B. Polyak, 1964.) What changes is three lines:

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
            significant(places[99] - places[100], 5), "length of the hundredth step",
            ask: "With a gradient of 1 and a rate of 1, how long do the steps become in the end?")

        // So at the same rate, momentum of 0.9 takes steps ten times as long, where the gradient keeps its direction.
    }

    func alongAValley() {
        // And where it does not? A valley that is fifty times as steep across as along: the loss is ½ (x² + 50 y²). The
        // steep direction sets the limit of the rate, as in section 4.8. Plain steps jump from one side to the other,
        // and creep along. With momentum, what points along adds up, and what points across cancels out. (It also runs
        // past the goal, and turns back.)
        func path(_ optimizer: (Parameter) -> any Optimizer) -> [(x: Float, y: Float, loss: Float)] {
            let place = Parameter(Tensor([10, 1]))
            let optimizer = optimizer(place)
            return (0...120).map { _ in
                let (x, y) = (place.value[0].item, place.value[1].item)
                let loss = (place.value.squared() * Tensor([0.5, 25])).sum()
                loss.backward()
                optimizer.step()
                return (x, y, loss.item)
            }
        }
        let plain = path { SGD([$0], learningRate: 0.03) }
        let withMomentum = path { MomentumSGD([$0], learningRate: 0.03, momentum: 0.9) }
        let turn = (0...60).map { Float($0) / 60 * 2 * .pi }
        let paths = Chart("The first 20 steps", x: "x, along the valley", y: "y, across") {
            // Where the loss is the same: ellipses.
            for loss in [5, 20, 50, 80] as [Float] {
                let (width, height) = ((2 * loss).squareRoot(), (loss / 25).squareRoot())
                Line(turn.map { width * cos($0) }, turn.map { height * sin($0) }, colour: .grey)
            }
            Line(plain.prefix(21).map(\.x), plain.prefix(21).map(\.y), "plain steps", colour: .blue)
            Line(
                withMomentum.prefix(21).map(\.x), withMomentum.prefix(21).map(\.y), "momentum 0.9", colour: .vermilion,
                dashed: true)
        }
        let losses = Chart("120 steps", x: "step", y: "loss", yScale: .logarithmic) {
            Line(plain.map(\.loss), "plain steps", colour: .blue)
            Line(withMomentum.map(\.loss), "momentum 0.9", colour: .vermilion, dashed: true)
        }
        show(
            ChartGrid(
                [paths, losses], columns: 2, title: "Through a long valley, momentum is faster", sharedYLimits: false),
            "½ (x² + 50 y²) from (10, 1), at a rate of 0.03; on a grey line the loss is the same")
    }
}
