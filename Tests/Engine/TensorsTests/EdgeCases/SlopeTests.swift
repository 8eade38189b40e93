// Slopes where there is none, or where a number is not finite. The rules are in MathFunctions.swift; the numbers are
// PyTorch 2.13's, except where a comment says so.

import TestSupport
import Testing

@testable import Tensors

private let nan = Float.nan, inf = Float.infinity
private let x = [nan, inf, -inf, 0, -0.0]

/// A function, what it gives for NaN, ∞, -∞, 0 and -0, and its slopes there.
private typealias Edges = (name: String, f: @Sendable (Tensor) -> Tensor, y: [Float], slopes: [Float])

private let functions: [Edges] = [
    ("squared", { $0.squared() }, [nan, inf, inf, 0, 0], [nan, inf, -inf, 0, 0]),
    ("sqrt", { $0.sqrt() }, [nan, inf, nan, 0, 0], [nan, 0, nan, inf, -inf]),
    ("exp", { $0.exp() }, [nan, inf, 0, 1, 1], [nan, inf, 0, 1, 1]),
    ("log", { $0.log() }, [nan, inf, nan, -inf, -inf], [nan, 0, 0, inf, -inf]),
    ("sin", { $0.sin() }, [nan, nan, nan, 0, 0], [nan, nan, nan, 1, 1]),
    ("tanh", { $0.tanh() }, [nan, 1, -1, 0, 0], [nan, 0, 0, 1, 1]),
    ("sigmoid", { $0.sigmoid() }, [nan, 1, 0, 0.5, 0.5], [nan, 0, 0, 0.25, 0.25]),
    ("relu", { $0.relu() }, [nan, inf, 0, 0, 0], [1, 1, 0, 0, 0]),
    ("leakyReLU", { $0.leakyReLU(slope: 0.5) }, [nan, inf, -inf, 0, 0], [0.5, 1, 0.5, 0.5, 0.5]),
    ("leakyReLU(slopes:)", { $0.leakyReLU(slopes: Tensor(0.5)) }, [nan, inf, -inf, 0, 0], [0.5, 1, 0.5, 0.5, 0.5]),
    // PyTorch's slopes at NaN are 1 in elu and hardSwish of a few numbers, NaN in those of many.
    ("elu", { $0.elu(alpha: 0.5) }, [nan, inf, -0.5, 0, 0], [nan, 1, 0, 0.5, 0.5]),
    ("silu", { $0.silu() }, [nan, inf, nan, 0, 0], [nan, nan, nan, 0.5, 0.5]),
    ("mish", { $0.mish() }, [nan, inf, nan, 0, 0], [nan, nan, nan, 0.6, 0.6]),
    ("hardSwish", { $0.hardSwish() }, [nan, inf, nan, 0, 0], [nan, 1, 0, 0.5, 0.5]),
    ("softplus", { $0.softplus() - 0.6931472 }, [nan, inf, -0.6931472, 0, 0], [nan, 1, 0, 0.5, 0.5]),
    ("pow(3)", { $0.pow(3) }, [nan, inf, -inf, 0, 0], [nan, inf, inf, 0, 0]),
    ("pow(1)", { $0.pow(1) }, [nan, inf, -inf, 0, 0], [1, 1, 1, 1, 1]),
    ("pow(0)", { $0.pow(0) }, [1, 1, 1, 1, 1], [0, 0, 0, 0, 0]),
    ("pow(-1)", { $0.pow(-1) }, [nan, 0, 0, inf, -inf], [nan, 0, 0, -inf, -inf]),
    ("1 / x", { 1 / $0 }, [nan, 0, 0, inf, -inf], [nan, 0, 0, -inf, -inf]),
    ("maximum(1)", { $0.maximum(1) }, [nan, inf, 1, 1, 1], [1, 1, 0, 0, 0]),
    ("minimum(0)", { $0.minimum(0) }, [nan, 0, -inf, 0, 0], [1, 0, 1, 0.5, 0.5]),
    // PyTorch's slope at NaN is 0 in these two.
    ("abs", { $0.abs() }, [nan, inf, inf, 0, 0], [nan, 1, -1, 0, 0]),
    ("clamped", { $0.clamped(min: -1, max: 1) }, [nan, 1, -1, 0, 0], [1, 0, 0, 1, 1]),
]

@Suite struct `A slope at the edge` {
    @Test(arguments: functions.indices) func `is what the rules say`(_ number: Int) {
        let leaf = Tensor(x).requiringGrad()
        let y = functions[number].f(leaf)
        y.sum().backward()
        expectClose(y, Tensor(functions[number].y), absolute: 1e-7, functions[number].name)
        expectClose(leaf.grad!, Tensor(functions[number].slopes), absolute: 1e-7, functions[number].name)
    }

    @Test func `of a sign is not hidden either`() { expectClose(Tensor(x).sign(), Tensor([nan, 1, -1, 0, 0])) }

    @Test(
        arguments: [
            (nan, 1, 1, 1), (1, nan, 1, 1), (nan, nan, 1, 1), (inf, inf, 0.5, 0.5), (inf, 1, 1, 0), (-inf, 0, 0, 1),
            (0, 0, 0.5, 0.5),
        ] as [(Float, Float, Float, Float)])
    func `of a maximum is 0 only where another number is larger`(_ a: Float, _ b: Float, _ da: Float, _ db: Float) {
        expectClose(slopes(a, b) { $0.maximum($1) }, Tensor([da, db]))
        expectClose(slopes(-a, -b) { $0.minimum($1) }, Tensor([da, db]))
    }

    @Test(
        arguments: [
            (0, 0, 0, 0), (0, -1, -inf, -inf), (0, inf, nan, 0), (0, nan, nan, nan), (nan, 0, 0, nan), (nan, 1, 1, nan),
            (inf, 0, 0, inf), (-1, inf, inf, nan), (1, nan, nan, 0), (-inf, -inf, nan, nan), (2, -inf, nan, 0),
        ] as [(Float, Float, Float, Float)])
    func `of a power is that of a constant where it is one`(_ a: Float, _ b: Float, _ da: Float, _ db: Float) {
        expectClose(slopes(a, b) { $0.pow($1) }, Tensor([da, db]))
    }

    @Test(
        arguments: [
            (0, 0, inf, nan), (1, 0, inf, -inf), (inf, 1, 1, -inf), (0, inf, 0, 0), (inf, inf, 0, nan),
            (nan, 1, 1, nan),
        ] as [(Float, Float, Float, Float)])
    func `of a quotient is its formula`(_ a: Float, _ b: Float, _ da: Float, _ db: Float) {
        expectClose(slopes(a, b) { $0 / $1 }, Tensor([da, db]))
    }

    // (PyTorch's slopes are NaN where all are -∞.)
    @Test func `of a sum of powers is 0 where nothing is added`() {
        for (x, expected) in [
            ([-inf, -inf], [0, 0]), ([1, 2, inf], [0, 0, nan]), ([inf, -inf], [nan, 0]), ([-inf, 3], [0, 1]),
        ] as [([Float], [Float])] {
            let leaf = Tensor(x).requiringGrad()
            leaf.logSumExp().backward()
            expectClose(leaf.grad!, Tensor(expected))
        }
    }

    @Test(
        arguments: [
            (0.5, [3, 0, -4], [2.1547005, 0, -1.8660254]), (1, [3, 0, -4], [1, 0, -1]),
            (2, [3, 0, -4], [0.6, 0, -0.8]),
            (3, [3, 0, -4], [0.44485137, 0, -0.79084685]), (inf, [4, 0, -4], [0.5, 0, -0.5]),
            (-inf, [3, 0, -4], [0, 0, 0]), (-1, [3, 0, -4], [0, 0, 0]), (2, [inf, 1], [nan, 0]),
            (1, [-inf, 1], [-1, 1]),
            (2, [nan, 1], [nan, nan]), (-1, [inf, 1], [0, 1]),
            (1, [nan, 1], [nan, 1]), (inf, [nan, 1], [nan, nan]),  // 0, 1 and 0, 0 in PyTorch
        ] as [(Float, [Float], [Float])])
    func `of a norm is 0 in a number that is 0`(_ p: Float, _ x: [Float], _ slopes: [Float]) {
        let leaf = Tensor(x).requiringGrad()
        leaf.norm(p).backward()
        expectClose(leaf.grad!, Tensor(slopes), absolute: 1e-6)
    }

    @Test(arguments: [0.5, 1, 1.5, 2, 3, inf, -inf, -1] as [Float])
    func `of a norm is 0 at the zero vector`(_ p: Float) {
        let leaf = Tensor([[0, 0, -0.0], [0, 0, 0]]).requiringGrad()
        leaf.norm(p, axis: 1).sum().backward()
        #expect(leaf.grad!.scalars == [0, 0, 0, 0, 0, 0])
    }

    // (PyTorch divides the product by the number, and has NaN for what is infinite.)
    @Test(
        arguments: [
            ([nan, 2], [2, nan]), ([inf, 2], [2, inf]), ([inf, 0], [0, inf]), ([0, nan], [nan, 0]),
            ([inf, 0, 1], [0, inf, nan]), ([-inf, -0.0], [-0.0, -inf]),
        ] as [([Float], [Float])])
    func `of a product is the product of the others`(_ x: [Float], _ slopes: [Float]) {
        let leaf = Tensor(x).requiringGrad()
        leaf.prod().backward()
        expectClose(leaf.grad!, Tensor(slopes))
    }

    @Test func `of a relu inside a norm or a recurrence is that of a relu`() {
        let x = Tensor([[nan, 1], [2, -3]]).requiringGrad()
        let (mean, variance) = (Tensor([0, 0]), Tensor([1, 1]))
        x.batchNorm(mean: mean, variance: variance, epsilon: 0, activation: .relu).sum().backward()
        #expect(x.grad!.scalars == [1, 1, 1, 0])
        let wide = Tensor.full(nan, [1, 1, 40]).requiringGrad()
        wide.batchNorm(mean: Tensor([0]), variance: Tensor([1]), epsilon: 0, activation: .relu).sum().backward()
        #expect(Set(wide.grad!.scalars) == [1])
        let start = Tensor([[nan, -1, 1]]).requiringGrad()
        let weights = RecurrentWeights(input: .zeros(3, 1), hidden: Tensor([[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
        Tensor.zeros(1, 1, 1).rnn(weights, from: start, .relu)[0, 0, 0].backward()
        #expect(start.grad![0, 0].item == 1)
    }

    private func slopes(_ a: Float, _ b: Float, _ f: (Tensor, Tensor) -> Tensor) -> Tensor {
        let (a, b) = (Tensor(a).requiringGrad(), Tensor(b).requiringGrad())
        f(a, b).backward()
        return Tensor([a.grad!.item, b.grad!.item])
    }
}
