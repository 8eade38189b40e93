import TestSupport
import Testing

@testable import Tensors

@Suite struct `Activation functions` {
    @Test func `reach infinity`() {
        let x = Tensor([.nan, .infinity, -.infinity, 0])
        expectClose(x.erf(), Tensor([.nan, 1, -1, 0]))
        expectClose(x.softplus(), Tensor([.nan, .infinity, 0, 0.6931472]))
        expectClose(x.leakyReLU(slope: 0.5), Tensor([.nan, .infinity, -.infinity, 0]))
        expectClose(Tensor([.nan, .infinity, 0]).gelu(), Tensor([.nan, .infinity, 0]))
        expectClose(Tensor([1e5, -1e5, 100, -100]).gelu(), Tensor([1e5, 0, 100, 0]))
    }

    @Test func `with a gate are flat far below 0, and x far above`() {
        let x = Tensor([-1e5, -200, 200, 1e5, 3e38]).requiringGrad()
        for f in [{ $0.silu() }, { $0.mish() }, { $0.hardSwish() }] as [(Tensor) -> Tensor] {
            x.grad = nil
            let y = f(x)
            y.sum().backward()
            expectClose(y, Tensor([0, 0, 200, 1e5, 3e38]))
            #expect(x.grad!.scalars == [0, 0, 1, 1, 1])
        }
        expectClose(Tensor([-1e5, -200, 200, 3e38]).elu(alpha: 0.5), Tensor([-0.5, -0.5, 200, 3e38]))
    }

    @Test func `keep small results exact`() {
        expectClose(Tensor([-1e-6, -1e-20]).elu(), Tensor([-9.999995e-7, -1e-20]), absolute: 0, relative: 1e-6)
        expectClose(Tensor([-60, -88]).silu(), Tensor([-5.2539065e-25, -5.3280497e-37]), absolute: 0, relative: 1e-6)
        expectClose(Tensor([-60, -80]).mish(), Tensor([-5.2539065e-25, -1.4438811e-33]), absolute: 0, relative: 1e-6)
        expectClose(Tensor([-20, -80]).softplus(), Tensor([2.0611537e-9, 1.8048513e-35]), absolute: 0)
        expectClose(Tensor([-4, -6]).gelu(), Tensor([-1.2668497e-4, -5.9195266e-9]), absolute: 1e-8, relative: 0)
        expectClose(Tensor([1e-20]).erf(), Tensor([1.1283792e-20]), absolute: 0)
    }

    @Test func `have gradients at the far ends`() {
        let x = Tensor([-200, 200, 0]).requiringGrad()
        (x.gelu() + x.softplus() + x.erf()).sum().backward()
        expectClose(x.grad!, Tensor([0, 2, 1 + 1.1283792]))
    }

    @Test func `that are powers handle zero`() {
        let (a, b) = (Tensor([0, 0, 2, 0]).requiringGrad(), Tensor([0, 2, 0, 1]).requiringGrad())
        let y = a.pow(b)
        #expect(y.scalars == [1, 0, 1, 0])
        y.sum().backward()
        #expect(a.grad?.scalars == [0, 0, 0, 1])
        expectClose(b.grad!, Tensor([0, 0, 0.6931472, 0]))
    }

    @Test func `have a sign`() {
        #expect(Tensor([-3, 0, 2]).sign().scalars == [-1, 0, 1] && Tensor([.nan]).sign().item.isNaN)
    }
}
