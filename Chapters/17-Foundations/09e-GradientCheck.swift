// # Checking gradients
//
// Section 17.9 · After this page you can check any gradient with central differences, choose the step for them, and
// test ten thousand numbers of a gradient with two evaluations of the loss.

import Figures
import Foundation
import Notebook
import Tensors

// Gradients by hand are easy to get wrong: a factor, a sign, a transpose. The engine's `backward` is one witness, but
// who checks the engine? The central difference asks the function itself, and knows no rule that could be wrong. How
// near do the two points have to be?

extension Foundations {
    func howFarToNudge() {
        // Take the exponential function at 1, whose slope is e, and compare for many steps h. Once all is computed in
        // `Float`, once in `Double`:
        let steps = stride(from: 0, through: 12, by: 0.5).map { pow(10, -$0) }
        let inDouble = steps.map { h in abs(centralDifference(at: 1, h: h) { exp($0) } - exp(1)) }
        let inFloat = steps.map { h in
            let h = Float(h)
            return abs(Double((exp(1 + h) - exp(1 - h)) / (2 * h)) - exp(1))
        }
        show(
            Chart(
                "Too far: the curve bends. Too near: digits are lost", x: "step h", y: "error of the slope",
                xScale: .logarithmic, yScale: .logarithmic
            ) {
                Line(steps, inFloat, "in Float")
                Line(steps, inDouble, "in Double", dashed: true)
            }, "The error of a central difference, by its step")

        // From the right, the error falls with h²: the straight line through two points of a curve gets parallel to the
        // tangent. From the left it rises with 1/h: the two values agree in nearly all of their digits, their
        // difference keeps only the last ones, which are rounded, and dividing by h blows that up. In between, `Float`
        // gets four or five digits at best, and `Double` about ten. So we check in `Double`, with steps around 10⁻⁵.
    }
}

// Tensors hold floats, so the net has to be written once more, with plain loops over doubles. That is no disadvantage:
// a second version, written in another way, does not repeat the mistakes of the first one.

/// The little net in `Double`, of any size: x [n, in], y [n], w1 [in, hidden], b1 [hidden], w2 [hidden, 1], b2 [1],
/// each in row-major order.
public struct NetInDouble {
    public var x, w1, b1, w2, b2: [Double]
    let y: [Double]

    public init(x: Tensor, y: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) {
        let sizes = (x: x.count, w1: w1.count, w2: w2.count, b2: b2.count)
        let inputs = x.count / max(1, y.count)
        require(
            y.count > 0 && sizes == (y.count * inputs, inputs * b1.count, b1.count, 1), "NetInDouble",
            "x \(x.shape), y \(y.shape), w1 \(w1.shape), b1 \(b1.shape), w2 \(w2.shape), b2 \(b2.shape) do not fit")
        let doubles = { (tensor: Tensor) in tensor.scalars.map { Double($0) } }
        (self.x, self.y) = (doubles(x), doubles(y))
        (self.w1, self.b1, self.w2, self.b2) = (doubles(w1), doubles(b1), doubles(w2), doubles(b2))
    }

    public var loss: Double {
        let (inputs, hidden) = (x.count / y.count, b1.count)
        var sum = 0.0
        for i in y.indices {
            var output = b2[0]
            for j in 0..<hidden {
                var l1 = b1[j]
                for k in 0..<inputs { l1 += x[i * inputs + k] * w1[k * hidden + j] }
                if l1 > 0 { output += l1 * w2[j] }
            }
            sum += (output - y[i]) * (output - y[i])
        }
        return sum / Double(y.count)
    }

    /// The gradient with respect to one of the five lists, number by number, by central differences.
    public func nudgedGradient(_ list: WritableKeyPath<NetInDouble, [Double]>, h: Double = 1e-5) -> [Double] {
        self[keyPath: list].indices.map { k in
            centralDifference(at: self[keyPath: list][k], h: h) { value in
                var moved = self
                moved[keyPath: list][k] = value
                return moved.loss
            }
        }
    }
}

// The five lists by name, in the order of the net:

/// Name and place of everything that gets a gradient.
let listsOfNet: [(name: String, list: WritableKeyPath<NetInDouble, [Double]> & Sendable)] = [
    ("x", \.x), ("w1", \.w1), ("b1", \.b1), ("w2", \.w2), ("b2", \.b2),
]

extension Foundations {
    func everyNumberOfThePencilNet() {
        // The pencil net has eleven numbers that get a gradient. Here are all of them, as on the page of the graph:
        let net = PencilNet()
        let inDouble = NetInDouble(x: net.x, y: net.y, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2)
        var table = TextTable(["gradient of", "by central differences"])
        for (name, list) in listsOfNet {
            let numbers = inDouble.nudgedGradient(list).map { String(format: "%.6f", $0) }
            table.add(name, numbers.joined(separator: ", "))
        }
        show(table, "The gradients of the pencil net")

        // The steps hardly matter here. Along a single weight, such a net is made of straight pieces, and its loss of
        // pieces of parabolas. For a parabola the central difference is exact at any distance, as long as no kink lies
        // in between. For the first weight, a kink lies at a distance of 1:
        var steps = TextTable(["h", "slope of the first weight"], decimals: 6)
        for h in [1e-5, 0.01, 0.5, 0.99, 2] { steps.add("\(h)", inDouble.nudgedGradient(\.w1, h: h)[0]) }
        show(steps, "The same slope, from nearer and from farther away")
    }

    func thousandsAtOnce() {
        // The little net has 25,101 such numbers, and two losses for each would take a while. There is a shorter way.
        // Move *all* numbers of w1 at once, each by its own random amount dᵢ, times h. By the chain rule the loss rises
        // by Σ gᵢ · dᵢ times h. If a single gᵢ is wrong, that sum is, too (unless chance makes up for it exactly). With
        // so many numbers on the move the way is longer, and leads over the kink of a ReLU more easily. So the step is
        // a tenth of what it was:
        let net = LittleNet(seed: run.seed)
        let items = run.size(quick: 20, usual: 200)
        let (x, y) = (net.x[0..<items], net.y[0..<items])
        let slots = LittleNetVariables(x: x, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2)
        forwardAndBackward(slots, y)
        let inDouble = NetInDouble(x: x, y: y, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2)
        var (random, table) = (
            run.random, TextTable(["moved", "numbers", "Σ g · d", "by a central difference"], decimals: 6)
        )
        for ((name, list), slot) in zip(listsOfNet, [slots.x, slots.w1, slots.b1, slots.w2, slots.b2]) {
            let direction = Tensor.randn(slot.value.count, using: &random).scalars.map { Double($0) }
            let expected = zip(slot.gradient.scalars, direction).reduce(0) { $0 + Double($1.0) * $1.1 }
            let nudged = centralDifference(at: 0, h: 1e-6) { step in
                var moved = inDouble
                moved[keyPath: list] = zip(moved[keyPath: list], direction).map { $0 + step * $1 }
                return moved.loss
            }
            table.add(name, direction.count, expected, nudged)
        }
        show(table, "Each gradient of the little net against two losses")

        // They agree in five or six digits. (Where the terms of the sum happen to cancel out, fewer digits are left:
        // our gradients are floats.) In the next sections the functions become classes, and the classes layers, and
        // each version is held to these gradients.
    }
}
