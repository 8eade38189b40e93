// # Tampering with gradients
//
// Section 17.11 · After this page you can say what becomes possible when backward need not be the derivative of
// forward.

import Figures
import Notebook
import Tensors

// You will rarely have to write a backward for its own sake: operations that are made of the engine's have one already.
// The interesting case is another one. Nothing forces backward to be the derivative of forward, and sometimes one wants
// it to be something else.
//
// The first example leaves values alone and cuts gradients that are too large:

/// y = x   ⇒   dx = dy, cut to ±limit
public struct ClippedGradient: AutogradFunction {
    public let limit: Float

    /// - Precondition: `limit` is not negative.
    public init(limit: Float) {
        require(
            limit >= 0, "ClippedGradient(limit: \(limit))", "numbers are cut to ±limit", try: "a limit of 0 or more")
        self.limit = limit
    }

    public func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor { operands[0] }

    public func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        [dy.clamped(min: -limit, max: limit)]
    }
}

// Its limit is a property of the struct, a setting. (`clipGradients(_:toValue:)` of the engine does the same to the
// gradients of parameters, once the backward pass is over. This one works in the middle of it.)
//
// The second example turns the gradient around. What comes before it then learns the opposite of what comes after it
// asks for:

/// y = x   ⇒   dx = -strength · dy
///
/// Y. Ganin and V. Lempitsky, "Unsupervised Domain Adaptation by Backpropagation" (2015).
public struct ReversedGradient: AutogradFunction {
    public let strength: Float

    public init(strength: Float = 1) { self.strength = strength }

    public func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor { operands[0] }

    public func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] { [-strength * dy] }
}

extension Foundations {
    func tamperingWithGradients() {
        // Values pass through, and the gradient changes on its way back:
        let x = Tensor([1, 2, 3]).requiringGrad()
        let y = ClippedGradient(limit: 1)(x)
        show(y, "forward: nothing happens")
        (y * Tensor([0.1, -5, 100])).sum().backward()
        show(x.grad!, "gradient of x", ask: "The gradient [0.1, -5, 100] comes to a limit of 1. What arrives at x?")

        // So the gradient is no longer the slope of anything. A check by small steps, which compares it with how much
        // the loss really rises, must fail:
        let loss = { (x: Tensor) in ReversedGradient()(x).squared().sum() }
        let z = Tensor([3]).requiringGrad()
        loss(z).backward()
        let rise = (loss(Tensor([3.01])) - loss(Tensor([2.99]))).item / 0.02
        show(rise, "how fast the loss rises at 3")
        show(z.grad!.item, "what backward says", ask: "The loss is x². What does backward say at 3, reversed?")
    }
}

// What is a reversed gradient good for? Suppose that we want a feature of the data that tells one thing and keeps quiet
// about another: which digit it is, but not who wrote it. In this toy, a point has two coordinates. Class A is the sign
// of the first, class B the sign of the second. A single feature f = x · w is all that two heads get to see, and one
// guesses A from it, the other B. `guesses` trains all three by gradient descent, and returns how often each head is
// right in the end. Between the feature and head B the gradient may be changed:

extension Foundations {
    private func guesses(
        using random: inout SplitMix64, towardsB change: (Tensor) -> Tensor
    ) -> (a: Float, b: Float) {
        let x = Tensor.randn(400, 2, using: &random)
        let (a, b) = (x[0..., 0..<1].sign(), x[0..., 1..<2].sign())
        var w = (0.5 * Tensor.randn(2, 1, using: &random)).requiringGrad()
        var heads = Tensor([1, 1]).requiringGrad()
        for _ in 0..<300 {
            let feature = x.matmul(w)
            let errorA = (feature * heads[0] - a).squared().mean()
            let errorB = (change(feature) * heads[1] - b).squared().mean()
            (errorA + errorB).backward()
            noGrad {
                w -= 0.1 * w.grad!
                heads -= 0.1 * heads.grad!
            }
            (w.grad, heads.grad) = (nil, nil)
        }
        func share(_ head: Int, _ truth: Tensor) -> Float {
            noGrad { Tensor((x.matmul(w) * heads[head]).sign() .== truth).mean().item }
        }
        return (share(0, a), share(1, b))
    }

    func reversal() {
        // Who guesses by tossing a coin is right half of the time. From several seeds, with the gradient as it is and
        // reversed:
        let seeds = run.size(quick: 2, usual: 5, full: 20)
        let honest = run.overSeeds(seeds) { guesses(using: &$0) { $0 } }
        let reversed = run.overSeeds(seeds) { guesses(using: &$0) { ReversedGradient(strength: 0.5)($0) } }
        let (b, hidden) = (honest.map(\.b), reversed.map(\.b))
        var table = TextTable(["gradient of head B", "A is right", "B is right"], decimals: 3)
        table.add("as it is", Spread(honest.map(\.a)), Spread(b))
        table.add("reversed", Spread(reversed.map(\.a)), Spread(hidden))
        table.add("tossing a coin", 0.5, 0.5)
        show(
            table, "One feature, two heads",
            predict: .yesNo(
                "With the reversed gradient, is head B much better than a coin?", Spread(hidden).mean > 0.6))
        record("reversal/a", over: reversed.map(\.a))
        record("reversal/b", over: hidden)

        // With honest gradients the feature serves both heads a little, in a mixture that depends on the start. With
        // the reversed one, head B still does its best, but the feature moves away from whatever helps it. What is left
        // is the first coordinate: A is right nearly always, and B might as well toss a coin.
    }
}
