// The book's small examples with their numbers: gradients and descent, sections 4.5 to 4.9.

import Chapter04
import Tensors
import TestSupport
import Testing

@Suite struct `4.5 Stochastic gradient descent` {
    @Test func `the red dot is at 2.25, where the slope is -3`() {
        let x = Tensor(-1.5).requiringGrad()
        let y = parabola(x)
        y.backward()
        #expect(y.item == 2.25 && x.grad!.item == -3)
    }

    @Test func `the score of an 8 is the weighted sum of the pixels`() {
        #expect(scoreOfEight(Tensor([0, 0.5, 1]), Tensor([9, -2, 3])).item == 2)
    }
}

@Suite struct `4.6 Gradients` {
    @Test func `x² at 3 is 9, with slope 6`() {
        let x = Tensor(3).requiringGrad()
        let y = parabola(x)
        y.backward()
        #expect(y.item == 9 && x.grad!.item == 6)
        #expect(y.gradFn == "squared")
    }

    @Test func `the sum of squares of 3, 4 and 10 is 125, with slopes 6, 8 and 20`() {
        let x = Tensor([3, 4, 10]).requiringGrad()
        let y = parabola(x).sum()
        y.backward()
        #expect(y.item == 125 && x.grad!.scalars == [6, 8, 20])
        #expect(y.gradFn == "sum")
    }
}

@Suite struct `4.7 Learning rates` {
    @Test(
        arguments: [
            (0.1, [-1.5, -1.2, -0.96, -0.768]),
            (0.9, [-1.5, 1.2, -0.96, 0.768]),
            (1.0, [-1.5, 1.5, -1.5, 1.5]),
            (1.1, [-1.5, 1.8, -2.16, 2.592]),
        ] as [(Float, [Float])])
    func `three steps on x² from -1.5`(_ rate: Float, _ path: [Float]) {
        expectClose(Tensor(descend(from: -1.5, learningRate: rate, steps: 3)), Tensor(path))
    }

    @Test func `descend is what autograd would do`() {
        var x = Tensor(-1.5).requiringGrad()
        for _ in 0..<3 {
            parabola(x).backward()
            noGrad { x -= x.grad! * 0.9 }
            x.grad = nil
        }
        #expect(x.item == descend(from: -1.5, learningRate: 0.9, steps: 3).last)
    }
}

@Suite struct `4.9 A walk in a valley` {
    @Test(arguments: [[-1.8, 1.3], [0.5, -2], [3, 0]] as [[Float]])
    func `the steepest way down is at a right angle to the line of equal height`(_ place: [Float]) {
        let w = Tensor(place).requiringGrad()
        valley(w).backward()
        // Along w0² + 3·w1² = height, a step in w0 of -3·w1 goes with one in w1 of w0.
        let along = Tensor([-3 * place[1], place[0]])
        #expect(abs((w.grad! * along).sum().item) < 1e-5)
        #expect(w.grad!.scalars == [2 * place[0], 6 * place[1]])
    }
}

@Suite struct `4.8 The roller coaster` {
    let time: Tensor, speed: Tensor
    /// The parameters that the book happened to start from.
    var parameters = Tensor([-0.7658, -0.7506, 1.3525]).requiringGrad()

    init() {
        var random = SplitMix64(seed: 48)
        (time, speed) = rollerCoaster(noise: 0, using: &random)
    }

    @Test func `without noise the speeds are 0.75 (t - 9.5)² + 1`() {
        #expect(time.scalars == (0..<20).map { Float($0) })
        #expect(speed.rows([0, 9, 10, 19]).scalars == [68.6875, 1.1875, 1.1875, 68.6875])
    }

    @Test func `the first loss and its gradient`() {
        let loss = mse(quadratic(time, parameters), speed)
        loss.backward()
        expectClose(loss, Tensor(25750.8526))
        expectClose(parameters.grad!, Tensor([-53187.82328, -3417.0512, -252.584]))
    }

    @Test func `the book's gradient takes the book's parameters where its first step does`() {
        let gradient = Tensor([-53195.8594, -3419.7146, -253.8908])
        expectClose(gradient * 1e-5, Tensor([-0.5320, -0.0342, -0.0025]), absolute: 5e-5)
        expectClose(parameters.detached() - gradient * 1e-5, Tensor([-0.2338414, -0.7164029, 1.3550389]))
    }

    @Test mutating func `ten steps at rate 0.00001`() {
        let losses = (0..<10).map { _ in applyStep(&parameters, time, speed).loss }
        let exact: [Float] = [25750.85, 5368.85, 1511.95, 782.10, 643.99, 617.85, 612.90, 611.96, 611.78, 611.75]
        expectClose(Tensor(losses), Tensor(exact), relative: 2e-5)
        #expect(zip(losses, losses.dropFirst()).allSatisfy(>))
    }

    @Test mutating func `nine steps take a to 0.1750, while b and c hardly move`() {
        for _ in 0..<9 { applyStep(&parameters, time, speed) }
        expectClose(parameters.detached(), Tensor([0.175040165, -0.689892984, 1.358334898]))
    }

    @Test mutating func `a step returns the predictions from before it`() {
        let before = quadratic(time, parameters).detached()
        let step = applyStep(&parameters, time, speed)
        #expect(step.predictions.scalars == before.scalars)
        #expect(parameters.grad == nil && parameters.requiresGrad)
        #expect(quadratic(time, parameters).scalars != before.scalars)
    }

    @Test func `the best quadratic is 0.75 t² - 14.25 t + 68.6875`() {
        let best = quadratic(time, Tensor([0.75, -14.25, 68.6875]))
        expectClose(best, speed, absolute: 1e-4)
    }

    @Test mutating func `a rate above 0.0000354 diverges`() {
        let losses = (0..<30).map { _ in applyStep(&parameters, time, speed, learningRate: 3.6e-5).loss }
        #expect(losses.last! > losses[10] && losses[10] > losses[1])
    }

    @Test func `the curvatures are 56499.4 for the steepest direction, 2.30 on scaled time`() {
        let (curvature, direction) = steepest(time)
        #expect(abs(curvature - 56499.3626) < 0.5 && abs(2 / curvature - 3.54e-5) < 1e-8)
        expectClose(direction, Tensor([0.99794, 0.06403, 0.00443]), absolute: 1e-4)
        #expect(abs(steepest((time - 9.5) / 9.5).curvature - 2.29954) < 1e-3)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `long descent on scaled time ends at the smallest loss, and no lower`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (time, speed) = rollerCoaster(using: &random)
        var parameters = Tensor.zeros(3).requiringGrad()
        for _ in 0..<500 { applyStep(&parameters, (time - 9.5) / 9.5, speed, learningRate: 0.5) }
        let end = mse(quadratic((time - 9.5) / 9.5, parameters), speed)
        expectClose(end.detached(), Tensor(smallestLoss(time, speed)), relative: 1e-4)
    }

    @Test func `the smallest loss is 7.65 on average, and 0 without errors`() {
        #expect(smallestLoss(time, speed) < 1e-6)
        var random = SplitMix64(seed: 765)
        let losses = (0..<2000).map { _ in
            let ride = rollerCoaster(using: &random)
            return smallestLoss(ride.time, ride.speed)
        }
        // The mean of 2000 has a standard deviation of 0.06.
        #expect(abs(Tensor(losses).mean().item - 9 * 17 / 20) < 0.2)
    }

    @Test func `with time from -1 to 1 the same steps arrive`() {
        var parameters = Tensor.zeros(3).requiringGrad()
        let scaled = (time - 9.5) / 9.5
        for _ in 0..<200 { applyStep(&parameters, scaled, speed, learningRate: 0.5) }
        #expect(mse(quadratic(scaled, parameters), speed).item < 0.01)
    }
}
