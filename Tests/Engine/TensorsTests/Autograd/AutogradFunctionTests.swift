import TestSupport
import Testing

@testable import Tensors

/// y = x³
private struct Cube: AutogradFunction {
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        context.save(operands[0])
        return operands[0].pow(3)
    }

    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        [dy * 3 * context.saved[0].squared()]
    }
}

/// y = tanh(x · wᵀ + b): three operands, several things saved, and no work for who needs no gradient.
private struct TanhLinear: AutogradFunction {
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        let y = (operands[0].matmul(operands[1].T) + operands[2]).tanh()
        context.save(operands[0], operands[1])
        context.save(y)
        return y
    }

    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        let (x, w, y) = (context.saved[0], context.saved[1], context.saved[2])
        let slope = dy * (1 - y.squared())
        let needs = context.needsGradient
        return [
            needs[0] ? slope.matmul(w) : nil, needs[1] ? slope.T.matmul(x) : nil, needs[2] ? slope.sum(axis: 0) : nil,
        ]
    }
}

/// y = x, and the gradient comes back times a factor.
private struct Scaled: AutogradFunction {
    let factor: Float
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor { operands[0] }
    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] { [dy * factor] }
}

/// y = Σ operands, all of one shape.
private struct Total: AutogradFunction {
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        operands.reduce(Tensor.zeros(context.shapes[0])) { $0 + $1 }
    }
    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] { context.shapes.map { _ in dy } }
}

@Suite struct `An operation of one's own` {
    @Test func `has the value and the gradient that it says`() {
        let x = Tensor([1, -2, 3]).requiringGrad()
        let y = Cube()(x)
        (y * Tensor([1, 10, 100])).sum().backward()
        #expect(y.scalars == [1, -8, 27] && y.gradFn == "Cube" && y.requiresGrad)
        #expect(x.grad?.scalars == [3, 120, 2700])
    }

    // torch.autograd.Function with the same two methods, PyTorch 2.13, in float64.
    @Test func `of three operands agrees with PyTorch's`() {
        let x = Tensor([[0.5, -1, 0.25], [1, 0, -0.5]]).requiringGrad()
        let w = Tensor([[0.2, 0.4, -0.6], [-0.3, 0.1, 0.8]]).requiringGrad()
        let b = Tensor([0.1, -0.2]).requiringGrad()
        let y = TanhLinear()(x, w, b)
        (y * Tensor([[1, -2], [3, 0.5]])).sum().backward()
        expectClose(y.detached(), Tensor(goldenTanhLinear.y))
        expectClose(x.grad!, Tensor(goldenTanhLinear.dx))
        expectClose(w.grad!, Tensor(goldenTanhLinear.dw))
        expectClose(b.grad!, Tensor(goldenTanhLinear.db))
    }

    @Test(arguments: Seeds.all)
    func `has the gradients that small differences show`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let operands = [[4, 3], [2, 3], [2]].map { Tensor.randn($0, using: &random) * 0.5 }
        let dy = Tensor.randn(4, 2, using: &random)
        let tracked = operands.map { $0.requiringGrad() }
        (TanhLinear()(tracked) * dy).sum().backward()
        for (number, operand) in operands.enumerated() {
            let slopes = operand.scalars.indices.map { place -> Float in
                func loss(_ step: Float) -> Float {
                    var (moved, numbers) = (operands, operand.scalars)
                    numbers[place] += step
                    moved[number] = Tensor(shape: operand.shape, numbers)
                    return (TanhLinear()(moved) * dy).sum().item
                }
                return (loss(0.01) - loss(-0.01)) / 0.02
            }
            expectClose(
                tracked[number].grad!, Tensor(shape: operand.shape, slopes), absolute: 2e-3, relative: 1e-3,
                "in operand \(number)")
        }
    }

    @Test func `can be called many times, and every call has its own context`() {
        let x = Tensor([2, 3]).requiringGrad()
        let cube = Cube()
        let y = cube(cube(x) * 0.5) + cube(x)  // x⁹ / 8 + x³
        y.sum().backward()
        expectClose(x.grad!, Tensor([9 * 256 / 8 + 12, 9 * 6561 / 8 + 27]))
    }

    @Test func `tells which operands need a gradient, and ignores the others' gradients`() {
        let (x, w, b) = (Tensor([[1, 2, 3]]), Tensor([[0.1, 0.2, 0.3]]).requiringGrad(), Tensor([0]))
        let y = TanhLinear()(x, w, b)
        y.sum().backward()
        let twin = w.detached().requiringGrad()
        (x.matmul(twin.T) + b).tanh().sum().backward()
        expectClose(w.grad!, twin.grad!)
        let a = Tensor([1]).requiringGrad()
        Total()(a, Tensor([5])).backward()
        #expect(a.grad?.scalars == [1])
    }

    @Test func `may be given the same operand twice`() {
        let x = Tensor([1, 2]).requiringGrad()
        Total()(x, x, x).sum().backward()
        #expect(x.grad?.scalars == [3, 3])
    }

    @Test func `may refuse an operand its gradient`() {
        struct First: AutogradFunction {
            func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
                operands[0] * operands[1]
            }
            func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] { [dy, nil] }
        }
        let (a, b) = (Tensor([2]).requiringGrad(), Tensor([3]).requiringGrad())
        First()(a, b).backward()
        #expect(a.grad?.scalars == [1] && b.grad == nil)
    }

    @Test func `has settings, and may tamper with the gradient`() {
        let x = Tensor([1, 2]).requiringGrad()
        let y = Scaled(factor: -0.5)(x)
        (y * Tensor([1, 10])).sum().backward()
        #expect(y.scalars == [1, 2] && x.grad?.scalars == [-0.5, -5])
    }

    @Test func `shows its gradient to a hook`() {
        let x = Tensor([1, 2]).requiringGrad()
        var seen: [[Float]] = []
        let y = Cube()(x).hookingGradient { dy in
            seen.append(dy.scalars)
            return dy * 2
        }
        y.sum().backward()
        #expect(seen == [[1, 1]] && x.grad?.scalars == [6, 24])
    }

    @Test func `comes back twice from a graph that is kept`() {
        let x = Tensor([2]).requiringGrad()
        let y = Cube()(x)
        y.backward(retainGraph: true)
        y.backward()
        #expect(x.grad?.scalars == [24])
    }
}

/// What PyTorch found.
private let goldenTanhLinear: (y: [[Float]], dx: [[Float]], dw: [[Float]], db: [Float]) = (
    y: [[-0.336375552, -0.244918669], [0.537049579, -0.71629788]],
    dx: [[0.74137923, 0.166737629, -2.036134689], [0.353909052, 0.87823918, -1.086073059]],
    dw: [[2.578158994, -0.886851488, -0.845653753], [-0.696556172, 1.880029691, -0.591736759]],
    db: [3.021584738, -1.636571017]
)
