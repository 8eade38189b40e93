// # A narrow valley
//
// Section 16.3 · After this page you can say what makes plain descent slow, and why momentum allows higher rates.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Where does momentum help most? In a valley that is steep across and nearly flat along its floor. Here is one whose
// walls are a hundred times as steep as its floor, and which can be turned:

/// ½ · (along² + 100 · across²), a valley with its lowest point at the origin.
public struct Valley: Sendable {
    /// Between the floor of the valley and the x axis, in radians.
    public var angle = 0.0

    public init(angle: Double = 0) { self.angle = angle }

    /// The point [x, y] this far along the floor and across it.
    public func place(along: Double, across: Double) -> [Double] {
        [along * cos(angle) - across * sin(angle), along * sin(angle) + across * cos(angle)]
    }

    private func coordinates(_ p: [Double]) -> (along: Double, across: Double) {
        (p[0] * cos(angle) + p[1] * sin(angle), p[1] * cos(angle) - p[0] * sin(angle))
    }

    public func loss(_ p: [Double]) -> Double {
        let (along, across) = coordinates(p)
        return (along * along + 100 * across * across) / 2
    }

    /// The gradient of the loss.
    public func slope(_ p: [Double]) -> [Double] {
        let (along, across) = coordinates(p)
        return place(along: along, across: 100 * across)
    }

    /// Where all walks begin: far out, and a little up the wall.
    public var start: [Double] { place(along: -9, across: 1.5) }
}

// `walk` lets an optimizer go down a slope, any slope, and keeps all places:

/// The places of a walk, the start among them. It ends early when it has got lost, far away from everything, or when it
/// is done.
public func walk(
    _ make: OptimizerMaker, learningRate: Float, from start: [Double], steps: Int, slope: ([Double]) -> [Double],
    until isDone: ([[Double]]) -> Bool = { _ in false }
) -> [[Double]] {
    let p = Parameter(Tensor(start.map { Float($0) }))
    let optimizer = make([p], learningRate)
    var places = [start]
    while places.count <= steps, places.last!.allSatisfy({ abs($0) < 1e4 }), !isDone(places) {
        p.grad = Tensor(slope(places.last!).map { Float($0) })
        optimizer.step()
        places.append(p.value.scalars.map { Double($0) })
    }
    return places
}

extension TrainingProcess {
    func acrossTheValley() {
        // Plain descent and damped momentum, both at a rate of 0.019, for 40 steps. (The lines of equal loss are grey.)
        let valley = Valley()
        let descent = walk(
            Recipe.descent.make, learningRate: 0.019, from: valley.start, steps: 40, slope: valley.slope)
        let momentum = walk(
            Recipe.dampedMomentum.make, learningRate: 0.019, from: valley.start, steps: 40, slope: valley.slope)
        show(
            ChartGrid(
                [
                    picture("plain descent", [("", descent, .blue)], in: valley),
                    picture("momentum 0.9, damped", [("", momentum, .vermilion)], in: valley),
                ], columns: 2, title: "At the same rate: bouncing between the walls, or swinging"),
            "40 steps at a rate of 0.019",
            predict: .choice(
                "Which of them changes sides in every step?", ["plain descent", "momentum"], answer: "plain descent"))

        // Plain descent jumps to the other wall in every step, since a rate of 0.019 times a steepness of 100 is nearly
        // 2, and beyond 2 it would land higher than it came from (section 4.8). An average of gradients that alternate
        // in sign is nearly nothing, while along the floor all gradients agree. What is left after a while, of both?
        let signs: [Double] = (0..<101).map { $0.isMultiple(of: 2) ? 1 : -1 }
        show(fixed(movingAverages(signs, beta: 0.9).last!, 4), "average of 1, −1, 1, −1, … with beta 0.9")
        show(fixed(movingAverages(signs.map(abs), beta: 0.9).last!, 4), "average of 1, 1, 1, 1, …")

        // Yet along the floor both walks are equally slow. So far momentum has only made the walk calmer. What that is
        // good for is on the next page: the walls no longer forbid a higher rate.
    }
}
